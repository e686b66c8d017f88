import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { document, PROD } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'artifact-store-open-to-whole-account';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const root = { AWS: `arn:aws:iam::${PROD}:root` };
const open = (Action: string | string[], Condition?: Json) =>
  document({
    Effect: 'Allow',
    Principal: root,
    Action,
    Resource: `${USE2}/*`,
    ...(Condition === undefined ? {} : { Condition }),
  });

describe(RULE, () => {
  it.each([
    ['reading', 's3:Get*', 'low', 'read'],
    ['writing', ['s3:Get*', 's3:Put*'], 'medium', 'read and write'],
  ])('fires for the root of another account: %s', (_, action, severity, may) => {
    expect(found(RULE, { use2BucketPolicy: open(action) })).toMatchObject([
      {
        subject: USE2,
        severity,
        marks: false,
        certainty: 'shown',
        title: `the bucket policy of artifacts-us-east-2 lets every principal of ${PROD} ${may} that its own policies let`,
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it('is silent where a condition names the role, and for the own account', () => {
    const narrowed = open('s3:Get*', { ArnEquals: { 'aws:PrincipalArn': PROD_ROLE } });
    expect(found(RULE, { use2BucketPolicy: narrowed })).toEqual([]);
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell where a statement that might deny cannot be read, and says that it is possible', () => {
    const use2BucketPolicy = document(
      { Effect: 'Allow', Principal: root, Action: 's3:GetObject', Resource: `${USE2}/*` },
      { Effect: 'Deny', Principal: '*', Action: 17, Resource: '*' },
    );
    expect(found(RULE, { use2BucketPolicy })).toMatchObject([{ certainty: 'possible' }]);
  });
});
