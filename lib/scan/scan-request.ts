// What a scan is asked for, and what it is given to work with.
import type { AccountId, Region } from '@/lib/names/arn';
import type { RoleOptions } from './account-session';
import type { Collector } from './collector';
import type { OnProgress } from './progress';

export interface ScanRequest extends RoleOptions {
  readonly profile?: string | undefined;
  /** The accounts to read; `organization` for all active ones; none: the caller's own. */
  readonly accounts: readonly AccountId[] | 'organization';
  readonly regions: readonly Region[];
  /** How many units are read at the same time. */
  readonly concurrency: number;
}

export interface ScanOptions {
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  readonly onProgress?: OnProgress;
  readonly collectors?: readonly Collector[];
}
