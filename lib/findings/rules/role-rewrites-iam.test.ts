import { describe, expect, it } from 'vitest';
import { allow, DEV, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-rewrites-iam';
const withIam = (resource: string) => [
  ...deployIdentity(PROD),
  allow(['iam:PutRolePolicy', 'iam:CreateRole'], resource),
];

describe(RULE, () => {
  it('fires for writing the policies of any role', () => {
    expect(found(RULE, { prodIdentity: withIam('*') })).toMatchObject([
      {
        certainty: 'shown',
        marks: true,
        title: `the action role ${PROD}/deploy may change the rights of others: iam:PutRolePolicy`,
        evidence: [{ statement: 4 }],
      },
    ]);
  });

  it('fires for an execution role without marking the pipeline', () => {
    const extra = [
      role(PROD, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' }), allow('iam:*', '*')),
    ];
    const isOld = (fact: { arn: string | null }) => fact.arn === `arn:aws:iam::${PROD}:role/build-stack`;
    expect(found(RULE, { without: (fact) => isOld(fact) && !extra.includes(fact), extra })).toMatchObject([
      { severity: 'medium', marks: false },
    ]);
  });

  it.each([
    ['roles of its own path', withIam(`arn:aws:iam::${PROD}:role/shop/*`)],
    ['an administrator, of whom another rule speaks', [allow('*', '*')]],
  ])('is silent for %s', (_, prodIdentity) => {
    expect(found(RULE, { prodIdentity })).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
