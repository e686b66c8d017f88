import { describe, expect, it } from 'vitest';
import { allow, document, HUB, key, keyArn, PROD } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'action-role-writes-artifacts';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const roles = { AWS: [DEV_ROLE, PROD_ROLE] };
const use2BucketPolicy = document({
  Effect: 'Allow',
  Principal: roles,
  Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket', 's3:PutObject'],
  Resource: [USE2, `${USE2}/*`],
});
const prodIdentity = [
  ...deployIdentity(PROD),
  allow('s3:PutObject', `${USE2}/*`),
  allow('kms:GenerateDataKey', keyArn('us-east-2')),
];
const use = {
  Effect: 'Allow',
  Principal: roles,
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
};
const extra = key(HUB, 'us-east-2', 'artifacts-us-east-2', document(use));

describe(RULE, () => {
  it('fires where bucket, key and the role’s own policies let it write', () => {
    expect(found(RULE, { use2BucketPolicy, prodIdentity, extra })).toMatchObject([
      {
        subject: PROD_ROLE,
        severity: 'high',
        certainty: 'shown',
        marks: true,
        title: `the action role ${PROD}/deploy may write into artifacts-us-east-2, and no action of it makes an artifact`,
      },
    ]);
  });

  it.each([
    ['it may only read', {}],
    ['the bucket does not let it', { prodIdentity, extra }],
    ['the key does not let it', { prodIdentity, use2BucketPolicy }],
  ])('is silent where %s', (_, changes) => {
    expect(found(RULE, changes)).toEqual([]);
  });

  it('cannot tell where the bucket policy was not read, and says that it is possible', () => {
    const without = (fact: { arn: string | null; kind: string }) =>
      fact.arn === USE2 && fact.kind === 'bucket-policy';
    expect(found(RULE, { use2BucketPolicy, prodIdentity, extra, without })).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
