// States of hops, paths and pipelines: the worst of what they are made of.
import type { VerdictKind } from '@/lib/iam/decision';
import type { State } from './judgement';

const ORDER: readonly State[] = ['works', 'depends', 'unknown', 'broken'];

/** The state that a verdict means for the hop. Never throws. */
export function stateOf(verdict: VerdictKind): State {
  if (verdict === 'allowed') return 'works';
  return verdict === 'denied' ? 'broken' : verdict;
}

/** The worst of several states; `works` of none. Worst first: broken, unknown, depends, works. Never throws. */
export function worst(states: Iterable<State>): State {
  let index = 0;
  for (const state of states) index = Math.max(index, ORDER.indexOf(state));
  return ORDER[index] ?? 'works';
}

/** The best of several states; `broken` of none. Never throws. */
export function best(states: Iterable<State>): State {
  let index = ORDER.length;
  for (const state of states) index = Math.min(index, ORDER.indexOf(state));
  return ORDER[index] ?? 'broken';
}

/** How bad a state is, for sorting: the higher, the worse. Never throws. */
export function badness(state: State): number {
  return ORDER.indexOf(state);
}
