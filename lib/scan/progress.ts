// What a scan tells while it runs: plain JSON, one thing after the other, for a terminal, a log or a page alike.
import type { CallTotals } from '@/lib/aws/call-counts';
import type { AccountId, Region } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';

/** One collector in one account and region. */
interface UnitPlace {
  readonly service: string;
  readonly account: AccountId;
  readonly region: Region | 'global';
}

export type ScanEvent =
  | {
      readonly kind: 'started';
      readonly caller: string;
      readonly accounts: number;
      /** null: each account is asked which it has enabled. */
      readonly regions: number | null;
    }
  | {
      readonly kind: 'account-skipped';
      readonly account: AccountId;
      readonly why: 'suspended' | 'role-refused';
    }
  | { readonly kind: 'own-credentials'; readonly account: AccountId }
  /** The account has not enabled a region that was asked for; nothing is missing there. */
  | { readonly kind: 'region-skipped'; readonly account: AccountId; readonly region: Region }
  /** The account did not tell its regions: that of the environment or the profile has to do. */
  | { readonly kind: 'regions-unknown'; readonly account: AccountId }
  /** What there is to be read is known; `done` is above 0 where a stopped scan goes on. */
  | {
      readonly kind: 'planned';
      readonly units: number;
      readonly done: number;
      readonly places: readonly PlannedPlace[];
    }
  | { readonly kind: 'phase-started'; readonly phase: 1 | 2 | 3; readonly units: number }
  | ({ readonly kind: 'unit-started' } & UnitPlace)
  /** `done` of `units` are those of the phase. */
  | ({
      readonly kind: 'unit-done';
      readonly facts: number;
      readonly gaps: number;
      readonly done: number;
      readonly units: number;
    } & UnitPlace)
  /** How far the scan is, over all phases, where others read it. */
  | { readonly kind: 'shared'; readonly done: number; readonly units: number }
  /** A call was not answered. */
  | ({ readonly kind: 'gap' } & Gap)
  /** Told about once a second, and once at the end; milliseconds since the scan began. */
  | ({ readonly kind: 'calls'; readonly elapsedMs: number } & CallTotals);

/** What is through in an account and region. */
export interface PlaceDone {
  readonly account: AccountId;
  readonly region: Region | 'global';
  /** Units. */
  readonly done: number;
  /** Calls that were not answered. */
  readonly gaps: number;
}

/** How many units an account and region comes to, over all phases, and what a former process did of them. */
export interface PlannedPlace {
  readonly account: AccountId;
  readonly region: Region | 'global';
  readonly units: number;
  readonly done: number;
  readonly gaps: number;
}

export type OnProgress = (event: ScanEvent) => void;
