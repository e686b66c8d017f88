// The graph as a table: every hop of every action is a row.
import type { ActionLine } from '@/lib/scene/action-lines';
import type { Words } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';

export interface HopRow {
  readonly id: string;
  /** `stage/action`. */
  readonly action: string;
  readonly number: number;
  readonly sentence: Words;
  readonly state: State;
  readonly overBroad: boolean;
  /** Whether somebody answers today for all that makes it so. */
  readonly accepted?: boolean | undefined;
  /** The accounts that decide: one, or two that must both say yes. */
  readonly accounts: readonly string[];
}

/** One row for each hop, in the order of stages and hops. Never throws. */
export function hopRows(actions: readonly ActionLine[]): readonly HopRow[] {
  return actions.flatMap(({ key, hops }) =>
    hops.map(({ marks: _, ...hop }) => ({ ...hop, id: `${key} ${hop.number}`, action: key })),
  );
}
