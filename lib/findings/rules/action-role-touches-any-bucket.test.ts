import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, PROD, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'action-role-touches-any-bucket';
const touching = (resource: string, condition?: { [operator: string]: { [key: string]: string } }) => ({
  prodIdentity: [...deployIdentity(PROD), allow(['s3:GetObject*', 's3:PutObject*'], resource, condition)],
});

describe(RULE, () => {
  it('fires for any bucket of another account, as the CDK’s bootstrap writes it', () => {
    const elsewhere = { StringNotEquals: { 's3:ResourceAccount': PROD } };
    expect(found(RULE, touching('*', elsewhere))).toMatchObject([
      {
        subject: PROD_ROLE,
        severity: 'medium',
        marks: false,
        title: expect.stringContaining('may read and write objects of any bucket'),
      },
    ]);
  });

  it.each([
    ['named buckets', touching('arn:aws:s3:::artifacts-*')],
    ['any bucket of accounts that are named', touching('*', { StringEquals: { 's3:ResourceAccount': HUB } })],
  ])('is silent for %s', (_, changes) => {
    expect(found(RULE, changes)).toEqual([]);
  });

  it('cannot tell where a policy was not read, and says that it is possible', () => {
    const deploy = roleUnread(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV));
    const without = (fact: { arn: string | null }) => fact.arn === DEV_ROLE && fact !== deploy;
    expect(found(RULE, { without, extra: [deploy] })).toMatchObject([{ certainty: 'possible' }]);
  });
});
