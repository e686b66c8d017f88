// The graph as a table: every hop of every action is a row.
import type { ActionTrail, HopTrail, Words } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';

export interface HopRow {
  readonly id: string;
  /** `stage/action`. */
  readonly action: string;
  readonly number: number;
  readonly sentence: Words;
  readonly state: State;
  readonly overBroad: boolean;
  /** The accounts that decide: one, or two that must both say yes. */
  readonly accounts: readonly string[];
}

/** One row for each hop, in the order of stages and hops. Never throws. */
export function hopRows(trails: readonly ActionTrail[]): readonly HopRow[] {
  return trails.flatMap((trail) =>
    trail.hops.map((hop) => ({
      id: `${trail.key} ${hop.number}`,
      action: trail.key,
      number: hop.number,
      sentence: hop.sentence,
      state: hop.state,
      overBroad: hop.overBroad,
      accounts: accountsOf(hop),
    })),
  );
}

/** A side without an account is AWS itself, which needs no policy of ours. */
function accountsOf(hop: HopTrail): string[] {
  const accounts = hop.needs.flatMap(({ sides }) => sides.map(({ account }) => account));
  return [...new Set(accounts.filter((account) => account !== '?'))];
}
