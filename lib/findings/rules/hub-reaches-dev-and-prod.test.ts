import { describe, expect, it } from 'vitest';
import { DEV, HUB, PROD } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, TIERS } from '../found.fixture';

const RULE = 'hub-reaches-dev-and-prod';

describe(RULE, () => {
  it('fires with the chains, and as information where an approval stands before prod', () => {
    expect(found(RULE, {}, { settings: TIERS })).toMatchObject([
      {
        subject: PIPELINE_ROLE,
        severity: 'info',
        marks: false,
        title: 'shop-pipeline reaches dev, prod',
        notes: [
          expect.stringContaining(`${HUB}/shop-pipeline → ${DEV}/deploy: Dev/Deploy-Dev is dev`),
          expect.stringContaining(`${HUB}/shop-pipeline → ${PROD}/deploy: Prod/Deploy-Prod is prod`),
        ],
      },
    ]);
  });

  it('fires harder where nobody is asked before prod', () => {
    const early = { settings: { tiers: { prod: { accounts: [DEV] }, dev: { accounts: [PROD] } } } };
    expect(found(RULE, {}, early)).toMatchObject([
      {
        severity: 'medium',
        title: 'shop-pipeline reaches dev, prod, and nobody is asked before Dev/Deploy-Dev',
      },
    ]);
  });

  it('is silent where all is of one tier', () => {
    expect(found(RULE, {}, { settings: { tiers: { prod: { accounts: [DEV, PROD] } } } })).toEqual([]);
  });

  it('cannot tell what a hub reaches whose role was not read, and keeps silent', () => {
    const without = (fact: { arn: string | null }) => fact.arn === PIPELINE_ROLE;
    expect(found(RULE, { without }, { settings: TIERS })).toEqual([]);
  });
});
