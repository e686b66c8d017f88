import { describe, expect, it } from 'vitest';
import { DEV, PROD } from '@/lib/model/snapshot.fixture';
import { found, TIERS } from '../found.fixture';

const RULE = 'prod-without-approval';

describe(RULE, () => {
  it('fires where an action of prod stands before the approval, and says how that was told', () => {
    expect(found(RULE, {}, { settings: { tiers: { prod: { accounts: [DEV] } } } })).toMatchObject([
      {
        severity: 'medium',
        marks: false,
        title: 'shop reaches production in Dev/Deploy-Dev, and no approval stands before it',
        notes: [expect.stringContaining('hatstack.yaml names it, by its id')],
      },
    ]);
  });

  it('is silent where an approval stands before', () => {
    expect(found(RULE, {}, { settings: TIERS })).toEqual([]);
  });

  it('cannot tell where neither account nor stage says a tier, and keeps silent', () => {
    const tiers = { tools: { accounts: [DEV, PROD] } };
    expect(
      found(
        RULE,
        {
          more: {
            Next: [
              {
                name: 'Go',
                type: ['Deploy', 'AWS', 'S3'],
                configuration: { BucketName: 'drop', Extract: 'true' },
                inputs: ['source'],
              },
            ],
          },
        },
        { settings: { tiers } },
      ),
    ).toEqual([]);
  });
});
