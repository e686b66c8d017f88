// A small snapshot for the tests of the store.
import type { Snapshot } from '@/lib/snapshot/snapshot';

/** One account, and as many roles as facts are asked for. */
export function madeUpSnapshot(id: string, facts = 1): Snapshot {
  return {
    version: 1,
    id,
    takenAt: '2026-11-24T04:06:00.000Z',
    accounts: ['111111111111'],
    regions: ['eu-west-1'],
    facts: Array.from({ length: facts }, (_, index) => ({
      kind: 'iam-role',
      source: 'iam:GetAccountAuthorizationDetails' as const,
      account: '111111111111',
      region: 'global' as const,
      arn: `arn:aws:iam::111111111111:role/role-${index}`,
      data: { RoleName: `role-${index}`, noise: Math.sin(index) },
    })),
    gaps: [],
  };
}
