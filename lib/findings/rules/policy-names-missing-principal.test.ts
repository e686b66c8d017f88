import { describe, expect, it } from 'vitest';
import { document, HUB, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'policy-names-missing-principal';
const gone = `arn:aws:iam::${HUB}:role/gone`;

describe(RULE, () => {
  it('fires for the id of a deleted role, and for a role that is not there', () => {
    expect(found(RULE, { prodTrust: trust({ AWS: [PIPELINE_ROLE, 'AROAEXAMPLEID000001'] }) })).toMatchObject([
      {
        subject: PROD_ROLE,
        marks: false,
        title: 'the trust policy of deploy names the deleted principal AROAEXAMPLEID000001',
        evidence: [{ statement: 0 }],
      },
    ]);
    expect(found(RULE, { prodTrust: trust({ AWS: [PIPELINE_ROLE, gone] }) })).toMatchObject([
      { title: `the trust policy of deploy names gone, which account ${HUB} does not have` },
    ]);
  });

  it('fires for the policy of a store', () => {
    const use2BucketPolicy = document(
      {
        Effect: 'Allow',
        Principal: { AWS: PROD_ROLE },
        Action: 's3:Get*',
        Resource: 'arn:aws:s3:::artifacts-us-east-2/*',
      },
      {
        Effect: 'Allow',
        Principal: { AWS: gone },
        Action: 's3:Get*',
        Resource: 'arn:aws:s3:::artifacts-us-east-2/*',
      },
    );
    expect(found(RULE, { use2BucketPolicy })).toMatchObject([
      { subject: 'arn:aws:s3:::artifacts-us-east-2', account: HUB, evidence: [{ statement: 1 }] },
    ]);
  });

  it('is silent where everybody is there', () => {
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell who is in an account that was not read, and keeps silent', () => {
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, 'arn:aws:iam::444444444444:role/gone'] });
    expect(found(RULE, { prodTrust })).toEqual([]);
  });
});
