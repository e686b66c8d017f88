import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPolicyText } from './check-policy-text';
import type { PolicyKind } from './policy-kind';

const ROLE = 'arn:aws:iam::111111111111:role/app';
const KEY = { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'kms:Decrypt', Resource: '*' };
const ID = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const TRUST = { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole' };

const text = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

/** `error 4:7 message`. */
function said(written: string, kind: PolicyKind): readonly string[] {
  return checkPolicyText(written, kind).problems.map(
    ({ severity, place, message }) => `${severity} ${place.line}:${place.column} ${message}`,
  );
}

describe('checkPolicyText', () => {
  it.each<[PolicyKind, object]>([
    ['key', KEY],
    ['inline', ID],
    ['managed', ID],
    ['trust', TRUST],
    ['bucket', { ...ID, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    ['scp', { Effect: 'Deny', NotAction: ['iam:*'], Resource: '*' }],
    ['rcp', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
    [
      'resource',
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: '*',
      },
    ],
  ])('finds nothing wrong with a good %s policy', (kind, statement) => {
    expect(said(text(statement), kind)).toEqual([]);
  });

  const mistakes: readonly (readonly [what: string, kind: PolicyKind, written: string, said: string])[] = [
    [
      'a comma too many',
      'key',
      '{\n  "Version": "2012-10-17",\n}',
      'error 2:26 there is a `,` too many before `}`',
    ],
    [
      'an unknown element',
      'inline',
      text({ ...ID, Actions: 's3:*' }),
      "error 8:7 the element `Actions` is not one of IAM's",
    ],
    [
      'no Effect',
      'inline',
      text({ Action: 's3:GetObject', Resource: '*' }),
      'error 4:5 the Effect is neither `Allow` nor `Deny`',
    ],
    [
      'another Effect',
      'inline',
      text({ ...ID, Effect: 'allow' }),
      'error 5:7 the Effect is neither `Allow` nor `Deny`',
    ],
    [
      'no Action',
      'inline',
      text({ Effect: 'Allow', Resource: '*' }),
      'error 4:5 the statement has not exactly one readable Action or NotAction',
    ],
    [
      'no Resource',
      'inline',
      text({ Effect: 'Allow', Action: 's3:GetObject' }),
      'error 4:5 the statement has not exactly one readable Resource or NotResource',
    ],
    [
      'a key policy without Resource',
      'key',
      text({ ...TRUST, Action: 'kms:Decrypt' }),
      'error 4:5 the statement has no Resource',
    ],
    [
      'a trust policy with Resource',
      'trust',
      text({ ...TRUST, Resource: '*' }),
      'error 10:7 a trust policy names no Resource: it speaks of its role alone',
    ],
    [
      'a principal in an identity policy',
      'inline',
      text({ ...ID, Principal: '*' }),
      'error 8:7 a policy of this type names no principal',
    ],
    [
      'no principal',
      'key',
      text({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }),
      'error 4:5 the statement has not exactly one readable Principal or NotPrincipal',
    ],
    [
      'a wildcard in a principal',
      'trust',
      text({ ...TRUST, Principal: { AWS: `${ROLE}*` } }),
      'error 7:9 `arn:aws:iam::111111111111:role/app*`: a principal takes no wildcard in its ARN; name the account and narrow it by `aws:PrincipalArn`',
    ],
    [
      'a name as principal',
      'trust',
      text({ ...TRUST, Principal: { AWS: ['app'] } }),
      'error 8:11 `app` is no principal: write `*`, an account id, or the ARN of a role or user',
    ],
    [
      'a short service principal',
      'trust',
      text({ ...TRUST, Principal: { Service: 'codebuild' } }),
      'error 7:9 `codebuild` is no service principal: write it as `codepipeline.amazonaws.com`',
    ],
    [
      'a resource that is no ARN',
      'inline',
      text({ ...ID, Resource: 'bucket/*' }),
      'error 7:7 `bucket/*` is no resource: write `*` or an ARN, such as `arn:aws:s3:::bucket/*`',
    ],
    [
      'a bucket with an account',
      'inline',
      text({ ...ID, Resource: 'arn:aws:s3::111111111111:b' }),
      'warning 7:7 `arn:aws:s3::111111111111:b`: the ARN of a bucket names no region and no account, so nothing matches it',
    ],
    [
      'an unknown operator',
      'inline',
      text({ ...ID, Condition: { StringEqual: { 'aws:PrincipalArn': 'x' } } }),
      "error 9:9 the condition operator `StringEqual` is not one of IAM's",
    ],
    [
      'a key without a prefix',
      'inline',
      text({ ...ID, Condition: { StringEquals: { PrincipalArn: 'x' } } }),
      'error 10:11 `PrincipalArn` is no condition key: write it as `aws:PrincipalArn`',
    ],
    [
      'an unknown service',
      'inline',
      text({ ...ID, Action: 's4:GetObject' }),
      'warning 6:7 there is no service `s4`: did you mean `s3`?',
    ],
    [
      'an unknown action',
      'inline',
      text({ ...ID, Action: ['s3:GetObjekt'] }),
      'warning 7:9 `s3` has no action `GetObjekt`: did you mean `GetObject`?',
    ],
    [
      'a wildcard over nothing',
      'inline',
      text({ ...ID, Action: 'kms:Sing*' }),
      'warning 6:7 `kms:Sing*` covers no action of `kms`',
    ],
    [
      'an action without service',
      'inline',
      text({ ...ID, Action: 'GetObject' }),
      'error 6:7 `GetObject` is no action: write `service:Action`',
    ],
    [
      'a Sid with a blank',
      'inline',
      text({ Sid: 'Read it', ...ID }),
      'error 5:7 the Sid `Read it` has other characters than letters and numbers',
    ],
    [
      'another version',
      'inline',
      '{ "Version": "2020-01-01", "Statement": [] }',
      "error 1:3 the version `2020-01-01` is not one of IAM's",
    ],
    [
      'no statement',
      'inline',
      '{ "Version": "2012-10-17", "Statement": [] }',
      'error 1:28 there is no statement',
    ],
    [
      'a stranger beside it',
      'inline',
      '{ "Version": "2012-10-17", "Statments": [] }',
      'error 1:28 the document has an element `Statments` that IAM does not know',
    ],
    ['no object', 'inline', '[]', 'error 1:1 the document is not a JSON object'],
    [
      'a name twice',
      'inline',
      text(ID).replace('"Resource"', '"Effect": "Deny", "Resource"'),
      'error 7:7 `Effect` is named twice',
    ],
  ];
  it.each(mistakes)('names the mistake and its line: %s', (_, kind, written, expected) => {
    expect(said(written, kind)).toContain(expected);
  });

  it('warns of a size that AWS does not take, and of a version that fills in no variable', () => {
    const many = Array.from({ length: 40 }, () => TRUST);
    expect(said(text(...many), 'trust').join()).toMatch(/warning 1:1 it has \d+ characters: AWS takes 2048/);
    expect(said(JSON.stringify({ Statement: ID }), 'inline')).toEqual([
      'warning 1:1 without the Version `2012-10-17` no policy variable is filled in',
    ]);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.constantFrom<PolicyKind>('trust', 'inline', 'key', 'scp'),
        (json, kind) => {
          for (const written of [
            json,
            `{"Statement": ${json}}`,
            `{"Statement": [{"Principal": ${json}, "Condition": ${json}}]}`,
          ])
            expect(checkPolicyText(written, kind).problems.every(({ place }) => place.line > 0)).toBe(true);
        },
      ),
    );
  });

  it('finds no error in any policy of the example, and no warning but of what AWS lists nowhere', () => {
    const facts = (
      JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as {
        facts: { kind: string; data: unknown }[];
      }
    ).facts;
    const roles = facts
      .filter(({ kind }) => kind === 'iam-role')
      .map(({ data }) => data as { AssumeRolePolicyDocument: unknown });
    expect(roles.length).toBeGreaterThan(10);
    for (const { AssumeRolePolicyDocument } of roles)
      expect(
        said(JSON.stringify(AssumeRolePolicyDocument), 'trust').filter((line) => line.startsWith('error')),
      ).toEqual([]);
  });
});
