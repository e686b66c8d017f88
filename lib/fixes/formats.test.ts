// Every format is read back by a reader that we did not write, and says what the change says.
import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { parseToObject } from 'hcl2-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '@/lib/base/json';
import type { PolicyPlace } from '@/lib/model/overlay';
import type { PolicyChange } from './fix';
import { cdk } from './formats/cdk';
import { cloudformation } from './formats/cloudformation';
import { FIX_FORMATS } from './formats/index';
import { json } from './formats/json';
import { terraform } from './formats/terraform';

const ADDED: readonly Json[] = [
  {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::222222222222:role/deploy' },
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: '*',
  },
];
const BEFORE: Json = {
  Version: '2012-10-17',
  Id: 'a "quoted" name, \\ and ünïcode 🧢',
  Statement: [
    {
      Sid: 'Own',
      Effect: 'Deny',
      NotPrincipal: { AWS: ['arn:aws:iam::111111111111:root'] },
      NotAction: 's3:*',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM's
      Resource: 'arn:aws:s3:::shop/${aws:PrincipalTag/team}/%{x}',
      Condition: {
        Bool: { 'aws:SecureTransport': 'false' },
        'ForAnyValue:StringLike': { 'aws:CalledVia': [] },
      },
    },
  ],
};
const AFTER: Json = {
  ...(BEFORE as { readonly [key: string]: Json }),
  Statement: [...(BEFORE as { readonly Statement: readonly Json[] }).Statement, ...ADDED],
};

const role = 'arn:aws:iam::222222222222:role/team/deploy';
const PLACES: readonly PolicyPlace[] = [
  { kind: 'trust', role },
  { kind: 'inline', owner: role, name: 'access' },
  { kind: 'inline', owner: 'arn:aws:iam::222222222222:user/ci', name: 'access' },
  { kind: 'managed', policy: 'arn:aws:iam::222222222222:policy/access' },
  { kind: 'bucket', bucket: 'arn:aws:s3:::artifacts' },
  { kind: 'key', key: 'arn:aws:kms:us-east-2:111111111111:key/1234' },
  { kind: 'resource', resource: 'arn:aws:sns:us-east-2:111111111111:approvals' },
  { kind: 'resource', resource: 'arn:aws:ecr:us-east-2:111111111111:repository/team/shop' },
  { kind: 'resource', resource: 'arn:aws:secretsmanager:us-east-2:111111111111:secret:token-AbCdEf' },
];

const changeAt = (place: PolicyPlace): PolicyChange => ({
  place,
  before: BEFORE,
  after: AFTER,
  added: ADDED,
});

/** All values under a key, however deep. */
function under(value: unknown, names: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => under(one, names));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (names.includes(name) ? [one] : under(one, names)));
}

describe.each(PLACES.map((place) => [JSON.stringify(place), place] as const))(
  'a change of %s',
  (_, place) => {
    it('is the whole policy as JSON', () => {
      expect(JSON.parse(json.print(changeAt(place)) ?? '')).toEqual(AFTER);
    });

    it('is the whole policy as CloudFormation', () => {
      const names = [
        'PolicyDocument',
        'AssumeRolePolicyDocument',
        'KeyPolicy',
        'RepositoryPolicyText',
        'ResourcePolicy',
      ];
      expect(under(parse(cloudformation.print(changeAt(place)) ?? ''), names)).toEqual([AFTER]);
    });

    it('is the whole policy as Terraform', () => {
      const text = terraform.print(changeAt(place)) ?? '';
      expect(text.match(/jsonencode\(/g)).toHaveLength(1);
      // Without the call its argument is a plain value to HashiCorp's parser.
      const [read, error] = parseToObject(text.replace('jsonencode(', '').replace(/\)\n\}\n$/, '\n}\n'));
      expect(error).toBeNull();
      expect(under(read, ['policy', 'assume_role_policy'])).toEqual([AFTER]);
    });
  },
);

const ASSUME = { Effect: 'Allow', Action: 'sts:AssumeRole' };

it('the CDK makes the statements of what is added, on each construct', { timeout: 120_000 }, () => {
  const stack = new Stack(new App(), 'shop');
  const constructs = {
    iam,
    role: new iam.Role(stack, 'role', { assumedBy: new iam.AccountPrincipal('111111111111') }),
    bucket: new Bucket(stack, 'bucket'),
    key: new Key(stack, 'key'),
  };
  const changes: readonly (readonly [PolicyPlace, Json])[] = [
    [
      { kind: 'trust', role },
      { ...ASSUME, Principal: { Service: 'codebuild.amazonaws.com' } },
    ],
    [
      { kind: 'inline', owner: role, name: 'access' },
      { ...ASSUME, Resource: 'arn:aws:iam::333333333333:role/x' },
    ],
    [
      { kind: 'bucket', bucket: 'arn:aws:s3:::artifacts' },
      {
        Effect: 'Allow',
        Principal: { AWS: role },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::artifacts/*',
      },
    ],
    [{ kind: 'key', key: 'arn:aws:kms:us-east-2:111111111111:key/1234' }, ADDED[0] ?? null],
  ];
  for (const [place, statement] of changes) {
    const text = cdk.print({ ...changeAt(place), added: [statement] }) ?? '';
    const code = text.replace(/^import .*$/m, '');
    new Function(...Object.keys(constructs), code)(...Object.values(constructs));
  }
  const made = under(templateOf(stack), ['Statement']).flat();
  const expected: unknown[] = changes.map(([, statement]) => statement);
  for (const one of expected) expect(made).toContainEqual(one);
});

function templateOf(stack: Stack): unknown {
  const app = stack.node.root as App;
  return app.synth().getStackByName(stack.stackName).template;
}

it('what a language has no word for is not written in it', () => {
  const ofFunction = changeAt({
    kind: 'resource',
    resource: 'arn:aws:lambda:us-east-2:111111111111:function:check',
  });
  expect(FIX_FORMATS.flatMap(({ id, print }) => (print(ofFunction) === null ? [] : id))).toEqual(['json']);
});
