// Where later phases look up what earlier ones found, in memory or in a store.
import type { AccountId } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';

/** Facts by what they are about, wherever they are kept, without the kinds in `BULKY_KINDS`. */
export interface FactSource {
  readonly ofAccount: (account: AccountId) => Promise<readonly Fact[]>;
  /** Those that mention one of these, as `mentionsIn` words it. */
  readonly mentioning: (names: readonly string[]) => Promise<readonly Fact[]>;
  readonly ofKind: (kind: string, accounts: readonly AccountId[]) => Promise<readonly Fact[]>;
  readonly isThereAny: (kind: string) => Promise<boolean>;
}

/** Facts that no collector looks up in what earlier phases found: the most of a scan, and never held in memory. */
export const BULKY_KINDS = [
  'access-keys',
  'action-execution',
  'iam-group',
  'iam-policy',
  'iam-role',
  'iam-user',
  'pipeline-state',
] as const;
