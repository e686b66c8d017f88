// The four states as the page says them: word, order, and what a filter may choose.
import type { State } from '@/lib/verdict/judgement';

/** Worst first. */
export const STATES = ['broken', 'unknown', 'depends', 'works'] as const satisfies readonly State[];

export const STATE_WORDS: Readonly<Record<State, string>> = {
  broken: 'Broken',
  unknown: 'Cannot tell',
  depends: 'Depends',
  works: 'Works',
};

/** What the verdict filter can be set to. */
export const FILTERS = ['any', ...STATES] as const;
export type Filter = (typeof FILTERS)[number];

/** Place in the order, worst first: 0 is broken. Never throws. */
export function rank(state: State): number {
  return STATES.indexOf(state);
}

/** A copy with the worst first; equals keep their order. Never throws. */
export function worstFirst<T extends { readonly state: State }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => rank(a.state) - rank(b.state));
}

/** How the filters of a list are called where they hide everything. Never throws. */
export function filterWords(list: { readonly find: string; readonly filter: Filter }) {
  return {
    find: `The search “${list.find.trim()}”`,
    filter: list.filter === 'any' ? '' : `The filter ${STATE_WORDS[list.filter]}`,
    broad: 'The filter Over-broad',
  };
}
