// The small vocabulary of made-up requests: few names, so that statements collide.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are IAM's policy variables.
import type { Raw } from './oracle.fixture';

export const ACCOUNTS = ['111111111111', '222222222222'];
export const PRINCIPALS = [
  'arn:aws:iam::111111111111:role/app',
  'arn:aws:iam::111111111111:role/app',
  'arn:aws:sts::111111111111:assumed-role/app/s1',
  'arn:aws:iam::111111111111:user/alice',
  'arn:aws:iam::222222222222:role/app',
  'arn:aws:iam::111111111111:root',
  'codepipeline.amazonaws.com',
  'anonymous',
];
export const NAMED = [
  'arn:aws:iam::111111111111:role/app',
  'arn:aws:sts::111111111111:assumed-role/app/s1',
  'arn:aws:iam::111111111111:user/alice',
  'arn:aws:iam::222222222222:role/app',
  'arn:aws:iam::111111111111:root',
  '111111111111',
  '222222222222',
  '*',
];
export const TARGETS: readonly (readonly [string, string])[] = [
  ['sts:AssumeRole', 'arn:aws:iam::111111111111:role/t'],
  ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/t'],
  ['s3:GetObject', 'arn:aws:s3:::b/app/x'],
  ['s3:ListBucket', 'arn:aws:s3:::b'],
  ['kms:Decrypt', 'arn:aws:kms:us-east-1:111111111111:key/k'],
  ['kms:ScheduleKeyDeletion', 'arn:aws:kms:us-east-1:222222222222:key/k'],
  ['iam:PassRole', 'arn:aws:iam::222222222222:role/t'],
  ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:111111111111:q:x'],
  ['ec2:DescribeInstances', '*'],
];
/** Resources with unknown text, and texts that fill it in each way that the policies can tell apart. */
export const HOLES: readonly (readonly [action: string, resource: string, fillings: readonly string[]])[] = [
  [
    's3:GetObject',
    'arn:aws:s3:::b/*',
    [
      '',
      'z',
      'app/x',
      'app/y',
      'alice/x',
      'alice/y',
      'x/x',
      'x/y',
      '${aws:username}/y',
      "${aws:PrincipalTag/team, 'app'}/x",
    ],
  ],
  ['s3:GetObject', 'arn:aws:s3:::b/app/*', ['x', 'y']],
  [
    'sqs:SendMessage',
    'arn:aws:sqs:us-east-1:111111111111:*',
    ['q', 'q:x', 'z', 'z:q:x', 'q:q:x', ':q:x', 'z:q'],
  ],
  ['sts:AssumeRole', 'arn:aws:iam::111111111111:role/*', ['t', 'z']],
];
export const ACTIONS = [
  '*',
  's3:*',
  's3:GetObject',
  'sts:AssumeRole',
  'sts:Assume*',
  'kms:*',
  '*:*',
  'sqs:Send?essage',
  'IAM:passrole',
  'ec2:*',
];
export const RESOURCES = [
  '*',
  '*',
  'arn:aws:iam::111111111111:role/t',
  'arn:aws:iam::*:role/*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/${aws:username}/*',
  "arn:aws:s3:::b/${aws:PrincipalTag/team, 'app'}/x",
  'arn:aws:kms:*:111111111111:key/k',
  'arn:aws:sqs:*:q:x',
  'arn:aws:sqs:us-east-1:1*:q*',
  'arn:aws:sqs',
  'arn:aws:s3*',
  'arn:aws:k?s:us-*-1:*:key/?',
];
/** Each key: the values it may have, and the values policies compare it with under some operators. */
export const KEYS: readonly {
  readonly key: string;
  readonly values: readonly Raw[];
  readonly tests: readonly (readonly [string, Raw])[];
}[] = [
  {
    key: 'sts:ExternalId',
    values: ['a', 'b', 'abc', 'z'],
    tests: [
      ['StringEquals', 'a'],
      ['StringNotEquals', ['a', 'b']],
      ['StringLike', 'a*'],
      ['StringEqualsIfExists', 'b'],
      ['StringNotLikeIfExists', '*c'],
      ['StringLike', '?'],
      ['Null', 'true'],
      ['StringEqualsIgnoreCase', 'A'],
      ['StringNotEqualsIgnoreCaseIfExists', ['B', 'ABC']],
    ],
  },
  {
    key: 'aws:SourceIp',
    values: ['10.1.0.1', '10.0.0.5', '8.8.8.8'],
    tests: [
      ['IpAddress', '10.0.0.0/8'],
      ['NotIpAddress', ['10.1.0.0/16']],
      ['IpAddressIfExists', '10.1.0.0/16'],
    ],
  },
  {
    key: 'aws:SecureTransport',
    values: ['true', 'false'],
    tests: [
      ['Bool', 'true'],
      ['Bool', false],
      ['BoolIfExists', 'false'],
      ['Null', false],
    ],
  },
  {
    key: 's3:max-keys',
    values: ['1', '5', '10', '20'],
    tests: [
      ['NumericLessThan', 5],
      ['NumericGreaterThanEquals', '10'],
      ['NumericNotEquals', '5'],
    ],
  },
  {
    key: 'aws:TagKeys',
    values: [['a'], ['b'], ['a', 'b'], ['a', 'z'], ['z']],
    tests: [
      ['ForAllValues:StringEquals', ['a', 'b']],
      ['ForAnyValue:StringEquals', 'a'],
      ['ForAnyValue:StringNotEquals', 'a'],
      ['ForAllValues:StringNotLike', 'b*'],
    ],
  },
  {
    key: 'aws:username',
    values: ['app', 'alice', 'x'],
    tests: [
      ['StringEquals', 'alice'],
      ['StringLike', 'a*'],
    ],
  },
  {
    key: 'aws:SourceArn',
    values: ['arn:aws:s3:::b', 'arn:aws:sqs:us-east-1:111111111111:q:x', 'arn:aws:sns:us-east-1:1:t'],
    tests: [
      ['ArnLike', 'arn:aws:s3:::*'],
      ['ArnNotEquals', 'arn:aws:s*:*:*:*'],
      ['ArnEqualsIfExists', 'arn:aws:sqs:*:111111111111:q*'],
    ],
  },
  {
    key: 'aws:CurrentTime',
    values: ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    tests: [['DateLessThan', '2026-06-01T00:00:00Z']],
  },
];
export const FIXED: readonly (readonly [string, string, Raw])[] = [
  ['StringEquals', 'aws:PrincipalAccount', '111111111111'],
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'],
  ['StringNotEquals', 'aws:ResourceAccount', '${aws:PrincipalAccount}'],
  ['StringEquals', 'aws:PrincipalType', ['User', 'AssumedRole']],
  ['BoolIfExists', 'AWS:principalIsAWSservice', 'true'],
];
