// What a scan left out because nothing is there to be read: no failure, and no gap.
import { groupBy } from '@/lib/base/group-by';
import { compareText } from '@/lib/base/sort';
import type { AccountId, Region } from '@/lib/names/arn';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { accountRegions } from './enabled-regions';
import { organizationAccounts } from './organization-accounts';

export interface LeftOut {
  /** Suspended or closed. */
  readonly accounts: readonly AccountId[];
  /** Regions of the snapshot that some of its accounts have not opted into. */
  readonly regions: readonly { readonly region: Region; readonly accounts: readonly AccountId[] }[];
}

/** Worked out from the facts of Organizations and of each account's regions. Never throws. */
export function leftOut({
  accounts,
  regions,
  facts,
}: Pick<Snapshot, 'accounts' | 'regions' | 'facts'>): LeftOut {
  const closed = new Set(organizationAccounts(facts).flatMap(({ id, isActive }) => (isActive ? [] : [id])));
  const told = groupBy(
    facts.filter(({ kind }) => kind === 'account-region'),
    ({ account }) => account,
  );
  const optedOut = new Map([...told].map(([account, own]) => [account, accountRegions(own)?.optedOut ?? []]));
  const without = (region: Region) =>
    accounts.filter((account) => optedOut.get(account)?.includes(region)).sort(compareText);
  return {
    accounts: accounts.filter((account) => closed.has(account)).sort(compareText),
    regions: regions
      .map((region) => ({ region, accounts: without(region) }))
      .filter((one) => one.accounts.length > 0),
  };
}
