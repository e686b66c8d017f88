// The contract between a scan and whatever keeps what it hears: unit by unit, so that nothing is asked twice.
import type { AccountId, Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { FactSource } from './fact-source';
import type { Place } from './plan';
import type { PlaceDone } from './progress';

/** What was said, scrubbed of secrets, each thing once. */
export interface Heard {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
}

/** One collector in one account and region: what is kept whole or not at all. */
export interface UnitKey {
  readonly phase: 1 | 2 | 3;
  /** The name that `namedCollectors` gives it. */
  readonly collector: string;
  readonly account: AccountId;
  readonly region: Region | 'global';
}

/** What a scan is going to read, once the accounts are opened and their regions known. Plain JSON: it is kept, and gone on with. */
export interface ScanPlan {
  /** Whose credentials planned it: nobody else may go on. */
  readonly caller: AccountId;
  readonly accounts: readonly AccountId[];
  readonly regions: readonly Region[];
  readonly places: readonly Place[];
}

export interface ScanJournal {
  /** The plan, where one is kept already. */
  readonly plan: () => Promise<ScanPlan | null>;
  /** Keeps the plan, its units in this order, and what was heard while planning: all or nothing. */
  readonly prepare: (plan: ScanPlan, units: Iterable<UnitKey>, heard: Heard) => Promise<void>;
  /** Takes up to `limit` units of the phase that nobody works on; each is given to one process only. None: nothing is left
   *  to be taken, though others may still work. */
  readonly take: (phase: UnitKey['phase'], limit: number) => Promise<readonly UnitKey[]>;
  /** Keeps what a unit said, and that it is done: all or nothing, and on the disk when this returns. */
  readonly keep: (unit: UnitKey, heard: Heard) => Promise<void>;
  /** How far the phase is, whoever works on it. */
  readonly progress: (phase: UnitKey['phase']) => Promise<{ readonly done: number; readonly units: number }>;
  /** How far each account and region is, over all phases; those where nothing is done are left out. */
  readonly placesDone: () => Promise<readonly PlaceDone[]>;
  /** What was found so far. */
  readonly found: () => FactSource;
}
