import { describe, expect, it } from 'vitest';
import { allow, DEV, PROD, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'role-passes-any-role';
const passing = (resource: string, condition?: { [operator: string]: { [key: string]: string[] } }) => [
  ...deployIdentity(PROD),
  allow('iam:PassRole', resource, condition),
];
const to = (...services: string[]) => ({ StringEqualsIfExists: { 'iam:PassedToService': services } });

describe(RULE, () => {
  it('fires for any role to any service', () => {
    expect(found(RULE, { prodIdentity: passing('*') })).toMatchObject([
      {
        title: `the action role ${PROD}/deploy may pass any role of its account to any service`,
        marks: true,
        evidence: [{ statement: 4 }],
      },
    ]);
  });

  it('fires for any role to the services that a condition names', () => {
    const prodIdentity = passing(
      `arn:aws:iam::${PROD}:role/*`,
      to('cloudformation.amazonaws.com', 'ec2.amazonaws.com'),
    );
    expect(found(RULE, { prodIdentity })[0]?.title).toMatch(/to CloudFormation, .*EC2$/);
  });

  it.each([
    ['roles of a name', passing(`arn:aws:iam::${PROD}:role/shop-*`)],
    ['a service that runs nothing of one’s own', passing('*', to('cloudwatch.amazonaws.com'))],
  ])('is silent for %s', (_, prodIdentity) => {
    expect(found(RULE, { prodIdentity })).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([{ certainty: 'possible' }]);
  });
});
