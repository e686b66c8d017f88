import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { document, HUB, key, organization } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'artifact-store-open-to-strangers';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const open = (Action: string | string[], Condition?: Json, Principal: Json = '*') =>
  document({
    Effect: 'Allow',
    Principal,
    Action,
    Resource: `${USE2}/*`,
    ...(Condition === undefined ? {} : { Condition }),
  });
const ours = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };

describe(RULE, () => {
  it.each([
    ['reading', 's3:GetObject', 'medium', 'read'],
    ['writing', ['s3:GetObject', 's3:PutObject'], 'high', 'read and write'],
  ])('fires for a whole organisation: %s', (_, action, severity, may) => {
    expect(found(RULE, { use2BucketPolicy: open(action, ours), extra: organization({}) })).toMatchObject([
      {
        subject: USE2,
        account: HUB,
        severity,
        certainty: 'shown',
        marks: true,
        title: `the bucket policy of artifacts-us-east-2 lets the whole organisation ${may}`,
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it('fires for a key that every account may use', () => {
    const extra = key(
      HUB,
      'us-east-2',
      'artifacts-us-east-2',
      document({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' }),
    );
    expect(found(RULE, { extra })).toMatchObject([
      { severity: 'critical', title: 'the key policy of artifacts-us-east-2 lets every AWS account decrypt' },
    ]);
  });

  it.each([
    ['roles that it names', open('s3:GetObject', undefined, { AWS: PROD_ROLE })],
    ['one role by a condition', open('s3:GetObject', { ArnEquals: { 'aws:PrincipalArn': PROD_ROLE } })],
    [
      'a unit of the organisation',
      open('s3:GetObject', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-1/*' } }),
    ],
    ['one account by a condition', open('s3:GetObject', { StringEquals: { 'aws:PrincipalAccount': HUB } })],
  ])('is silent for %s', (_, use2BucketPolicy) => {
    expect(found(RULE, { use2BucketPolicy, extra: organization({}) })).toEqual([]);
  });

  it('cannot tell where it was not read whether the bucket shuts out public policies, and says that it is possible', () => {
    expect(found(RULE, { use2BucketPolicy: open('s3:GetObject') })).toMatchObject([
      { certainty: 'possible', marks: false, severity: 'critical' },
    ]);
  });
});
