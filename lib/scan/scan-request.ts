// What a scan is asked for, and what it is given to work with.
import type { InitialRole } from '@/lib/aws/initial-role';
import type { AccountId, Region } from '@/lib/names/arn';
import type { RoleOptions } from './account-session';
import type { Reach } from './choose-accounts';
import type { Collector } from './collector';
import type { OnProgress } from './progress';

export interface ScanRequest extends RoleOptions {
  readonly profile?: string | undefined;
  /** Put on before all others. */
  readonly initialRole?: InitialRole | undefined;
  /** The accounts to read; `organization` for all active ones; none: the caller's own. */
  readonly accounts: readonly AccountId[] | 'organization';
  /** Which accounts of the organisation; only with `organization`. */
  readonly reach?: Reach | undefined;
  /** Accounts whose role is not called as in the others. */
  readonly overrides?: RoleOverrides | undefined;
  /** None: those that each account has enabled. */
  readonly regions: readonly Region[];
  /** How many calls are on the way at the same time. */
  readonly concurrency: number;
}

export type RoleOverrides = ReadonlyMap<AccountId, Partial<Pick<RoleOptions, 'roleName' | 'externalId'>>>;

export interface ScanOptions {
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  readonly onProgress?: OnProgress;
  /** How often calls are told; once a second unless said. */
  readonly callsEveryMs?: number;
  readonly collectors?: readonly Collector[];
  /** Ends the scan once what is being read is kept. */
  readonly signal?: AbortSignal;
}

/** How many units are read at the same time: twice as many as calls may be on the way, since a unit also waits for its rate,
 *  for our own work and for the disk. Never throws. */
export function unitsAtOnce({ concurrency }: Pick<ScanRequest, 'concurrency'>): number {
  return 2 * concurrency;
}

/** The role to put on in the account. Never throws. */
export function roleFor(request: ScanRequest, account: AccountId): RoleOptions {
  const { roleName, externalId, sessionName, overrides } = request;
  const own = overrides?.get(account);
  return {
    roleName: own?.roleName ?? roleName,
    externalId: own?.externalId ?? externalId,
    sessionName,
  };
}
