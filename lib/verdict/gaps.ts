// Finds the gaps that stand behind something that was not read.

import type { Unread } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';

export interface Blame {
  readonly gaps: readonly Gap[];
  /** When no refused call explains it: what nobody asked for, in words. */
  readonly notScanned: string | null;
}

/** Why IAM of an account was not read. Never throws. */
export function blameIam(inventory: Inventory, account: AccountId): Blame {
  return blame(
    inventory,
    account,
    (gap) => gap.source === 'iam:GetAccountAuthorizationDetails',
    `IAM of account ${account}`,
  );
}

/** Why something of the organisation was not read. Never throws. */
export function blameOrganization(inventory: Inventory, account: AccountId): Blame {
  const gaps = inventory.gaps.filter((gap) => gap.source.startsWith('organizations:'));
  return gaps.length > 0
    ? { gaps, notScanned: null }
    : { gaps: [], notScanned: `the organisation of account ${account} was not read` };
}

/** Why a resource was not read: a refused call about it, a refused list in its account, or nobody asked. Never throws. */
export function blameResource(
  inventory: Inventory,
  account: AccountId | null,
  arn: Arn,
  service: 's3' | 'kms',
  call: string | null,
  what: string,
): Blame {
  const exact = inventory.gaps.filter((gap) => gap.scope === arn && (call === null || gap.source === call));
  if (exact.length > 0) return { gaps: exact, notScanned: null };
  if (account === null)
    return { gaps: [], notScanned: `${what} was not found in any account that was scanned` };
  return blame(inventory, account, (gap) => gap.source.startsWith(`${service}:`) && gap.scope === null, what);
}

/** Why a resource on which a request hangs was not read: the call about it was refused, or nobody asked. Never throws. */
export function blameUnread(inventory: Inventory, { arn, account, region, call, what }: Unread): Blame {
  const concerns = (gap: Gap) =>
    gap.source === call && (gap.scope === arn || (gap.scope === null && gap.region === region));
  if (account === null) return { gaps: [], notScanned: `${what} was not read` };
  const isElsewhere =
    region !== null && inventory.iamReadIn.has(account) && !inventory.regions.includes(region);
  return blame(
    inventory,
    account,
    concerns,
    isElsewhere ? `${what} in ${region}, a region that was not scanned,` : what,
  );
}

function blame(
  inventory: Inventory,
  account: AccountId,
  concerns: (gap: Gap) => boolean,
  what: string,
): Blame {
  const own = inventory.gaps.filter(
    (gap) => gap.account === account && (concerns(gap) || gap.source === 'sts:AssumeRole'),
  );
  if (own.length > 0) return { gaps: own, notScanned: null };
  const known = inventory.iamReadIn.has(account);
  return { gaps: [], notScanned: known ? `${what} was not read` : `account ${account} was not scanned` };
}
