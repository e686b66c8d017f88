// The whole judgement over one snapshot: what every picture, list and report is made from.
import type { Finding } from '@/lib/findings/finding';
import type { Fix } from '@/lib/fixes/fix';
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedHop, JudgedPipeline } from '@/lib/verdict/judgement';
import type { Settings } from './settings';

export interface Analysis {
  readonly snapshot: {
    readonly id: string;
    readonly takenAt: string;
    readonly accounts: readonly string[];
    readonly regions: readonly string[];
  };
  readonly inventory: Inventory;
  /** What it was judged under. */
  readonly settings: Settings;
  /** Worst first, then by name. */
  readonly pipelines: readonly JudgedPipeline[];
  readonly findings: readonly Finding[];
  /** What to change so that the broken ones of these hops work. */
  readonly fixesFor: (hops: readonly JudgedHop[]) => readonly Fix[];
  /** Whether policies stand in it that AWS does not have: then nothing is told of last runs. */
  readonly edited?: true;
}
