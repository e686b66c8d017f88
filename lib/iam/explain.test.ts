// Why a statement does not apply: one case for each reason there is, with what is said and where it points.
import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import type { Explanation } from './explanation';
import { readRequest } from './read-request';
import { REASONS } from './reasons';

const ROLE = 'arn:aws:iam::111111111111:role/app';
const QUEUE = 'arn:aws:sqs:us-east-1:222222222222:q';
const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };

function explained(request: object, policies: object): Explanation {
  const read = readRequest({
    principal: ROLE,
    action: 'sqs:SendMessage',
    resource: QUEUE,
    closed: true,
    ...request,
    policies,
  });
  if (read.kind === 'unreadable') throw new Error(read.error);
  return explain(read.request, read.policies);
}

function document(...Statement: readonly object[]) {
  return { Version: '2012-10-17', Statement };
}

function missOf(request: object, policies: object) {
  const [policy] = explained(request, policies).policies;
  return policy?.statements[0];
}

const identity = (statement: object) => ({ identity: [document({ ...ALLOW, ...statement })] });
const resource = (statement: object) => ({ resource: document({ ...ALLOW, Principal: '*', ...statement }) });
const S3 = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/o', resourceAccount: '111111111111' };
const KEY = { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111111111111:key/k' };
const IF_VPC = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };

const CASES: readonly [
  reason: keyof typeof REASONS,
  request: object,
  policies: object,
  pointer: string,
  detail: string,
  matched: number,
][] = [
  [
    'action-not-listed',
    {},
    identity({ Action: ['kms:Encrypt', 'kms:DescribeKey'] }),
    '/Statement/0/Action',
    'lists kms:Encrypt, kms:DescribeKey',
    2,
  ],
  [
    'action-excluded',
    {},
    identity({ Action: undefined, NotAction: 'sqs:*' }),
    '/Statement/0/NotAction',
    'excludes sqs:*',
    2,
  ],
  [
    'principal-not-named',
    {},
    resource({ Principal: { AWS: 'arn:aws:iam::111111111111:role/other' } }),
    '/Statement/0/Principal',
    'names arn:aws:iam::111111111111:role/other',
    2,
  ],
  [
    'principal-other-account',
    {},
    resource({ Principal: { AWS: '333333333333' } }),
    '/Statement/0/Principal',
    'names 333333333333',
    2,
  ],
  [
    'principal-excluded',
    { principal: 'arn:aws:iam::111111111111:root' },
    resource({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: '111111111111' } }),
    '/Statement/0/NotPrincipal',
    'excludes 111111111111',
    2,
  ],
  [
    'resource-not-listed',
    {},
    identity({ Resource: 'arn:aws:sqs:us-east-1:222222222222:other' }),
    '/Statement/0/Resource',
    'names arn:aws:sqs:us-east-1:222222222222:other',
    2,
  ],
  [
    'resource-other-account',
    {},
    identity({ Resource: QUEUE.replace('2222', '3333') }),
    '/Statement/0/Resource',
    'names arn:aws:sqs:us-east-1:333322222222:q',
    2,
  ],
  [
    'resource-other-region',
    {},
    identity({ Resource: QUEUE.replace('us-east-1', 'eu-west-1') }),
    '/Statement/0/Resource',
    'names arn:aws:sqs:eu-west-1:222222222222:q',
    2,
  ],
  [
    'resource-bucket-not-object',
    S3,
    identity({ Resource: 'arn:aws:s3:::b' }),
    '/Statement/0/Resource',
    'names arn:aws:s3:::b',
    2,
  ],
  [
    'resource-object-not-bucket',
    { ...S3, action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    identity({ Resource: 'arn:aws:s3:::b/*' }),
    '/Statement/0/Resource',
    'names arn:aws:s3:::b/*',
    2,
  ],
  [
    'resource-excluded',
    {},
    identity({ Resource: undefined, NotResource: 'arn:aws:sqs:*:*:q' }),
    '/Statement/0/NotResource',
    'excludes arn:aws:sqs:*:*:q',
    2,
  ],
  ['resource-missing', KEY, resource({ Resource: undefined }), '/Statement/0', 'has no Resource', 2],
  [
    'condition-not-met',
    { context: { 'aws:SourceVpc': 'vpc-2' } },
    identity(IF_VPC),
    '/Statement/0/Condition/StringEquals/aws:SourceVpc',
    'asks StringEquals aws:SourceVpc vpc-1; the request has vpc-2',
    3,
  ],
  [
    'condition-key-absent',
    {},
    identity({ Condition: { StringEquals: { 'aws:PrincipalTag/a~b': 'x' } } }),
    '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1a~0b',
    'asks StringEquals aws:PrincipalTag/a~b x',
    3,
  ],
  [
    'condition-undetermined',
    { context: { 'aws:SourceVpc': { unknown: true } } },
    identity(IF_VPC),
    '/Statement/0/Condition/StringEquals/aws:SourceVpc',
    'asks StringEquals aws:SourceVpc vpc-1',
    3,
  ],
  [
    'statement-unreadable',
    {},
    identity({ Effect: 'allow' }),
    '/Statement/0',
    'the Effect is neither `Allow` nor `Deny`',
    3,
  ],
];

describe('explain', () => {
  it.each(CASES)('%s', (reason, request, policies, pointer, detail, matchedElements) => {
    const report = missOf(request, JSON.parse(JSON.stringify(policies)));
    expect(report?.failed).toMatchObject({ reason, pointer, detail });
    expect(report?.matchedElements).toBe(matchedElements);
    expect(report?.applies).toBe(/undetermined|unreadable/.test(reason) ? 'unknown' : 'no');
  });

  it('has a case for every reason', () => {
    expect(CASES.map(([reason]) => reason)).toEqual(expect.arrayContaining(Object.keys(REASONS)));
  });

  it('reports every policy in the order in which AWS evaluates', () => {
    const all = document({ ...ALLOW, Principal: '*' });
    const own = document(ALLOW);
    const { policies, sides } = explained(
      {},
      {
        identity: [own, { unknown: true }],
        boundary: [own],
        session: [own],
        resource: all,
        scp: [[own], [own, own]],
        rcp: [[document({ ...ALLOW, Effect: 'Deny', Action: 's3:*', Principal: '*' })]],
        endpoint: all,
      },
    );
    expect(
      policies.map(({ policy, layer, level, read, allows }) => [policy, layer, level, read, allows]),
    ).toEqual([
      ['rcp/0/0', 'rcp', 0, true, 'no'],
      ['scp/0/0', 'scp', 0, true, 'yes'],
      ['scp/1/0', 'scp', 1, true, 'yes'],
      ['scp/1/1', 'scp', 1, true, 'yes'],
      ['resource', 'resource', undefined, true, 'yes'],
      ['identity/0', 'identity', undefined, true, 'yes'],
      ['identity/1', 'identity', undefined, false, 'unknown'],
      ['boundary/0', 'boundary', undefined, true, 'yes'],
      ['session/0', 'session', undefined, true, 'yes'],
      ['endpoint', 'endpoint', undefined, true, 'yes'],
    ]);
    expect(sides).toEqual({ principal: 'unknown', resource: 'allowed', crossAccount: true });
  });

  it('says what each side says when only one is missing', () => {
    const named = document({ ...ALLOW, Principal: { AWS: ROLE } });
    expect(explained({}, { identity: [], resource: named }).sides).toEqual({
      principal: 'denied',
      resource: 'allowed',
      crossAccount: true,
    });
    expect(explained({}, identity({})).sides).toEqual({
      principal: 'allowed',
      resource: 'denied',
      crossAccount: true,
    });
  });
});
