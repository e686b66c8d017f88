// Makes organisations of any size as snapshots: seeded, so that two runs measure the same thing.
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { REGIONS } from './organization-names';
import { pipelineFacts } from './organization-pipelines';
import { administratorAccess, mixedRoles, plainRoles } from './organization-roles';
import { bucketFacts, storeFacts } from './organization-stores';
import { organizationFacts } from './organization-units';

export interface Size {
  readonly accounts: number;
  /** Roles in each account beside those of pipelines. */
  readonly rolesPerAccount: number;
  readonly pipelines: number;
  readonly actionsPerPipeline: number;
  readonly regions: number;
  /** Units below the root among which the accounts are spread, each with limits of its own; one unless said. */
  readonly organizationalUnits?: number;
  /** `mixed`: hubs that reach into other accounts, roles named by pattern, trust in whole accounts, and one administrator in fifty;
   *  `plain` unless said. */
  readonly roles?: 'plain' | 'mixed';
  /** Another number gives another organisation of the same size. */
  readonly seed?: number;
}

/** A key policy holds 32 KB, a few hundred ARNs: so many pipelines share their stores and keys. */
const PIPELINES_PER_STORE = 40;

/** The snapshot of an organisation with one hub account, whose pipelines deploy to all others. One in eleven trusts a whole
 *  account, one in thirteen keys forgets a role, as in life. */
export function organization({
  accounts,
  rolesPerAccount,
  pipelines,
  actionsPerPipeline,
  regions: regionCount,
  organizationalUnits = 1,
  roles = 'plain',
  seed = 0,
}: Size): Snapshot {
  const regions = REGIONS.slice(0, regionCount);
  const ids = Array.from({ length: accounts }, (_, index) => String(100000000000 + index));
  const targets = ids.length > 1 ? ids.slice(1) : ids;
  const facts: Fact[] = [
    ...organizationFacts(ids, organizationalUnits),
    ...(roles === 'mixed' ? [administratorAccess()] : []),
  ];
  ids.forEach((account, at) => {
    facts.push(
      ...(roles === 'mixed'
        ? mixedRoles(account, rolesPerAccount, ids, at + seed)
        : plainRoles(account, rolesPerAccount, ids, seed)),
    );
  });
  for (let first = 0; first < pipelines; first += PIPELINES_PER_STORE) {
    const group = `g${first / PIPELINES_PER_STORE}`;
    const users = regions.map((): string[] => []);
    for (let index = first; index < Math.min(first + PIPELINES_PER_STORE, pipelines); index += 1) {
      facts.push(...pipelineFacts(index, actionsPerPipeline, regions, targets, users, group));
    }
    regions.forEach((region, at) => {
      facts.push(...storeFacts(group, region, users[at] ?? []));
    });
  }
  facts.push(...bucketFacts('bench-drop', 'us-east-1'));
  return {
    version: 1,
    id: `bench-${accounts}-${pipelines}`,
    takenAt: '2026-11-24T00:00:00.000Z',
    accounts: ids,
    regions,
    facts,
    gaps: [],
  };
}
