import { describe, expect, it } from 'vitest';
import { allow, DEV, PROD, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-owns-a-service';
const prod = (action: string | string[], resource: string | string[]) => ({
  prodIdentity: [...deployIdentity(PROD), allow(action, resource)],
});

describe(RULE, () => {
  it('fires for all actions of services on everything, and names them', () => {
    expect(found(RULE, prod(['s3:*', 'lambda:*', 'logs:*'], '*'))).toMatchObject([
      {
        title: `the action role ${PROD}/deploy may do anything with everything of lambda, s3`,
        marks: true,
        evidence: [{ statement: 4 }],
      },
    ]);
  });

  it('fires where the account is named and nothing else', () => {
    expect(found(RULE, prod('dynamodb:*', `arn:aws:dynamodb:*:${PROD}:table/*`))).toHaveLength(1);
  });

  it.each([
    ['all actions on things of a name', prod('dynamodb:*', `arn:aws:dynamodb:*:${PROD}:table/shop-*`)],
    ['some actions on everything', prod(['lambda:Get*', 'lambda:UpdateFunctionCode'], '*')],
    ['services that hold neither data nor code', prod(['logs:*', 'cloudwatch:*'], '*')],
    ['an administrator, of whom another rule speaks', { prodIdentity: [allow('*', '*')] }],
  ])('is silent for %s', (_, changes) => {
    expect(found(RULE, changes)).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
