// Why a scan cannot begin, told before it asks, or as soon as it knows.
import type { Caller } from '@/lib/aws/caller';
import { partitionOf } from '@/lib/aws/partition';
import type { AccountId } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';
import { ScanProblem } from './scan-problem';
import { roleFor, type ScanRequest } from './scan-request';

/** @throws ScanProblem where an account that is not the caller's has no role to put on */
export function checkRoles(request: ScanRequest, caller: Caller): void {
  const named = request.accounts === 'organization' ? [] : request.accounts;
  const foreign = named.find(
    (account) => account !== caller.account && roleFor(request, account).roleName === undefined,
  );
  if (foreign === undefined) return;
  throw new ScanProblem(
    `these credentials are of account ${caller.account}, not ${foreign}: name the role to put on there with --role-name`,
  );
}

/** @throws ScanProblem where a region belongs to another partition than the credentials */
export function checkPartition({ regions }: ScanRequest, { partition }: Caller): void {
  const foreign = regions.find((region) => partitionOf(region) !== partition);
  if (foreign === undefined) return;
  throw new ScanProblem(
    `region \`${foreign}\` is of partition \`${partitionOf(foreign)}\` and these credentials are of \`${partition}\`: scan each partition with credentials of its own`,
  );
}

/** One line on a scan of which no account could be opened. Never throws. */
export function whyNoneOpened(accounts: readonly AccountId[], caller: Caller, gaps: readonly Gap[]): string {
  const gap = gaps.find(({ source }) => source === 'sts:AssumeRole');
  const many =
    accounts.length === 1 ? `account ${accounts[0]} cannot be read` : 'none of the accounts can be read';
  if (gap === undefined)
    return `${many}: ${accounts.length === 1 ? 'it is' : 'they are'} suspended or closed`;
  return `${many}: \`${caller.arn}\` cannot put on \`${gap.scope}\` (${gap.code}): check the role's name, its trust policy and the external id`;
}
