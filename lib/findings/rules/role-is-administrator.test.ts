import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-is-administrator';
const stackRole = (account: string) => `arn:aws:iam::${account}:role/build-stack`;

describe(RULE, () => {
  it('fires for everything on everything, with the statement', () => {
    expect(found(RULE, { prodIdentity: [allow('*', '*')] })).toMatchObject([
      {
        subject: `arn:aws:iam::${PROD}:role/deploy`,
        severity: 'high',
        certainty: 'shown',
        marks: true,
        evidence: [{ statement: 0, source: { account: PROD } }],
        title: `the action role ${PROD}/deploy may do everything in its account`,
      },
    ]);
  });

  it('fires for everything but IAM, and says so', () => {
    const powerUser = { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' };
    expect(found(RULE, { pipelineIdentity: [powerUser] })).toMatchObject([
      {
        subject: PIPELINE_ROLE,
        title: `the pipeline role ${HUB}/shop-pipeline may do everything but change IAM in its account`,
      },
    ]);
  });

  it('fires for an execution role without marking the pipeline', () => {
    const without = ({ arn }: { arn: string | null }) => arn === stackRole(PROD);
    const extra = [
      role(PROD, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' }), allow('*', '*')),
    ];
    const facts = found(RULE, { without: (fact) => without(fact) && !extra.includes(fact), extra });
    expect(facts).toMatchObject([{ subject: stackRole(PROD), certainty: 'shown', marks: false }]);
  });

  it('is silent where everything is allowed in one service only, or nothing is wide', () => {
    expect(found(RULE, { prodIdentity: [...deployIdentity(PROD), allow('s3:*', '*')] })).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const changes = {
      without: (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy,
      extra: [deploy],
    };
    expect(found(RULE, changes)).toMatchObject([
      {
        subject: DEV_ROLE,
        certainty: 'possible',
        marks: false,
        open: [expect.stringContaining('was not read')],
      },
    ]);
  });
});
