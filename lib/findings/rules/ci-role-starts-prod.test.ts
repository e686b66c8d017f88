import { describe, expect, it } from 'vitest';
import { allow, document, HUB, pipeline, role, stores } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread, TIERS } from '../found.fixture';

const RULE = 'ci-role-starts-prod';
const jobs = document({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::${HUB}:oidc-provider/gitlab.com` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals: { 'gitlab.com:sub': 'project_path:acme/shop:ref_type:branch:ref:main' } },
});
const start = (name: string) =>
  allow('codepipeline:StartPipelineExecution', `arn:aws:codepipeline:us-east-1:${HUB}:${name}`);
const more = { settings: TIERS };

describe(RULE, () => {
  it('fires for jobs that may start a pipeline up to prod', () => {
    expect(found(RULE, { extra: [role(HUB, 'ci', jobs, start('*'))] }, more)).toMatchObject([
      {
        severity: 'low',
        marks: false,
        certainty: 'shown',
        title: `jobs that put on ${HUB}/ci may start shop up to production`,
      },
    ]);
  });

  it('is silent where nothing of it reaches prod', () => {
    const other = pipeline('other', PIPELINE_ROLE, stores('us-east-1'), {});
    expect(found(RULE, { extra: [role(HUB, 'ci', jobs, start('other')), other] }, more)).toEqual([]);
    expect(found(RULE, { extra: [role(HUB, 'ci', jobs, start('*'))] })).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [roleUnread(HUB, 'ci', jobs)] }, more)).toMatchObject([
      { certainty: 'possible' },
    ]);
  });
});
