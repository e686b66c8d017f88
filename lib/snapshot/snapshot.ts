// The whole of what one scan learned: facts, gaps, and what was asked for.
import type { AccountId, Region } from '@/lib/names/arn';
import type { Fact } from './fact';
import type { Gap } from './gap';

export interface Snapshot {
  readonly version: 1;
  /** Stable name of the snapshot: `2026-11-24T04-06-00Z-1f3a`. */
  readonly id: string;
  /** ISO 8601, UTC: when the scan began. Pure rooms take "now" from here. */
  readonly takenAt: string;
  /** The accounts that were asked for, scanned or not. */
  readonly accounts: readonly AccountId[];
  readonly regions: readonly Region[];
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
}
