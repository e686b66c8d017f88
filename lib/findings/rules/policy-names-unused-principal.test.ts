import { describe, expect, it } from 'vitest';
import { allow, document, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, PIPELINE_IDENTITY, PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'policy-names-unused-principal';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const old = `arn:aws:iam::${PROD}:role/deploy-of-2021`;
const extra = [role(PROD, 'deploy-of-2021', trust({ AWS: PIPELINE_ROLE }))];
const letting = (...AWS: string[]) =>
  document({ Effect: 'Allow', Principal: { AWS }, Action: 's3:Get*', Resource: `${USE2}/*` });

describe(RULE, () => {
  it('fires for a role in the policy of a store that no pipeline uses', () => {
    expect(found(RULE, { use2BucketPolicy: letting(DEV_ROLE, PROD_ROLE, old), extra })).toMatchObject([
      {
        subject: USE2,
        severity: 'info',
        marks: false,
        title: 'the bucket policy of artifacts-us-east-2 lets in deploy-of-2021, and no pipeline needs it',
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it('fires for a role that a pipeline may put on and does not', () => {
    const pipelineIdentity = [
      allow('sts:AssumeRole', [DEV_ROLE, PROD_ROLE, old]),
      ...PIPELINE_IDENTITY.slice(1),
    ];
    expect(found(RULE, { pipelineIdentity, extra })).toMatchObject([
      { subject: PIPELINE_ROLE, title: 'shop-pipeline may put on deploy-of-2021, and no pipeline needs it' },
    ]);
  });

  it('is silent for roles that pipelines use, and for those who look after the bucket', () => {
    expect(found(RULE)).toEqual([]);
    const admin = document(
      { Effect: 'Allow', Principal: { AWS: old }, Action: 's3:*', Resource: `${USE2}/*` },
      { Effect: 'Allow', Principal: { AWS: PROD_ROLE }, Action: 's3:Get*', Resource: `${USE2}/*` },
    );
    expect(found(RULE, { use2BucketPolicy: admin, extra })).toEqual([]);
  });

  it('cannot tell what a policy says that was not read, and keeps silent', () => {
    const without = (fact: { arn: string | null; kind: string }) =>
      fact.arn === USE2 && fact.kind === 'bucket-policy';
    expect(found(RULE, { use2BucketPolicy: letting(DEV_ROLE, old), extra, without })).toEqual([]);
  });
});
