// The whole judgement over one snapshot: what every picture, list and report is made from.
import type { Finding } from '@/lib/findings/finding';
import type { Fix } from '@/lib/fixes/fix';
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedNeed, JudgedPipeline } from '@/lib/verdict/judgement';

export interface Analysis {
  readonly snapshot: {
    readonly id: string;
    readonly takenAt: string;
    readonly accounts: readonly string[];
    readonly regions: readonly string[];
  };
  readonly inventory: Inventory;
  /** Sorted: worst first, then by name. */
  readonly pipelines: readonly JudgedPipeline[];
  readonly findings: readonly Finding[];
  /** The fixes of a need that is denied; empty for any other. */
  readonly fixesFor: (need: JudgedNeed) => readonly Fix[];
}
