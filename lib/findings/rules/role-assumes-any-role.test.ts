import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, PROD, trust } from '@/lib/model/snapshot.fixture';
import {
  DEV_ROLE,
  deployIdentity,
  PIPELINE_IDENTITY,
  PIPELINE_ROLE,
  PROD_ROLE,
} from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-assumes-any-role';
const assuming = (
  resource: string | string[],
  condition?: { [operator: string]: { [key: string]: string } },
) => ({
  pipelineIdentity: [allow('sts:AssumeRole', resource, condition), ...PIPELINE_IDENTITY.slice(1)],
});

describe(RULE, () => {
  it.each([
    ['everything', '*', 'of any account'],
    ['every role of every account', 'arn:aws:iam::*:role/*', 'of any account'],
    ['every role of one account', [`arn:aws:iam::${PROD}:role/*`, DEV_ROLE], `of ${PROD}`],
  ])('fires for %s', (_, resource, where) => {
    expect(found(RULE, assuming(resource))).toMatchObject([
      {
        subject: PIPELINE_ROLE,
        certainty: 'shown',
        title: expect.stringContaining(`may put on any role ${where}`),
        evidence: [{ statement: 0, source: { account: HUB } }],
      },
    ]);
  });

  it.each([
    ['the roles that it needs', assuming([DEV_ROLE, PROD_ROLE])],
    ['roles of a name in every account', assuming('arn:aws:iam::*:role/deploy')],
    ['roles that carry a tag', assuming('*', { StringEquals: { 'iam:ResourceTag/job': 'deploy' } })],
  ])('is silent for %s', (_, changes) => {
    expect(found(RULE, changes)).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([
      { subject: DEV_ROLE, certainty: 'possible' },
    ]);
  });
});
