import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, trust } from '@/lib/model/snapshot.fixture';
import {
  DEV_ROLE,
  deployIdentity,
  PIPELINE_IDENTITY,
  PIPELINE_ROLE,
} from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-uses-any-connection';
const using = (resource: string, condition?: { [operator: string]: { [key: string]: string } }) => ({
  pipelineIdentity: [...PIPELINE_IDENTITY, allow('codestar-connections:UseConnection', resource, condition)],
});

describe(RULE, () => {
  it('fires for every connection', () => {
    expect(found(RULE, using('*'))).toMatchObject([
      {
        subject: PIPELINE_ROLE,
        severity: 'medium',
        marks: false,
        certainty: 'shown',
        title: `the pipeline role ${HUB}/shop-pipeline may use any connection of its account, for any repository`,
      },
    ]);
  });

  it.each([
    ['one connection', using(`arn:aws:codestar-connections:us-east-1:${HUB}:connection/6f3d2b1a`)],
    [
      'one repository',
      using('*', { StringEquals: { 'codestar-connections:FullRepositoryId': 'acme/shop' } }),
    ],
  ])('is silent for %s', (_, changes) => {
    expect(found(RULE, changes)).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([{ certainty: 'possible' }]);
  });
});
