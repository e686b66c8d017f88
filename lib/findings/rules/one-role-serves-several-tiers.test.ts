import { describe, expect, it } from 'vitest';
import { HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { deployIdentity, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, TIERS } from '../found.fixture';

const RULE = 'one-role-serves-several-tiers';
const shared = { roleArn: `arn:aws:iam::${HUB}:role/deploy` };
const changes = {
  devAction: shared,
  prodAction: shared,
  extra: [role(HUB, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(HUB))],
};

describe(RULE, () => {
  it('fires for an action role in stages of two tiers, and says how they were told', () => {
    expect(found(RULE, changes)).toMatchObject([
      {
        subject: shared.roleArn,
        severity: 'high',
        marks: true,
        title: `the action role ${HUB}/deploy serves dev, prod`,
        notes: [
          'Dev/Deploy-Dev is dev: the stage is called `Dev`',
          'Prod/Deploy-Prod is prod: the stage is called `Prod`',
        ],
      },
    ]);
  });

  it('is silent for a role of each tier, and for one in an account of one tier', () => {
    expect(found(RULE, {}, { settings: TIERS })).toEqual([]);
    expect(found(RULE, changes, { settings: { tiers: { prod: { accounts: [HUB, PROD] } } } })).toEqual([]);
  });

  it('cannot tell where neither account nor stage says a tier, and keeps silent', () => {
    const stages = { devAction: {}, prodAction: {}, more: {} };
    expect(found(RULE, { ...stages, extra: changes.extra })).toEqual([]);
  });
});
