// What the Find and Hide fields understand: a verdict, over-broad, or a part of a name; several with commas between.
import type { State } from '@/lib/verdict/judgement';

/** What both fields look at. */
export interface Findable {
  readonly kind: string;
  readonly label: string;
  readonly state: State | null;
  readonly overBroad: boolean;
}

const STATES: Readonly<Record<string, State>> = {
  broken: 'broken',
  'cannot tell': 'unknown',
  unknown: 'unknown',
  depends: 'depends',
  works: 'works',
  'what works': 'works',
};

/** Offered in the fields. */
export const FIND_PRESETS = ['broken', 'over-broad', 'cannot tell'] as const;
export const HIDE_PRESETS = ['what works', 'key', 'not over-broad'] as const;

/** Whether a card is meant by the text; null where the text says nothing. A verdict is asked of actions only, since everything else
 *  is seen through them. Never throws. */
export function finder(text: string): ((one: Findable) => boolean) | null {
  const terms = text
    .split(',')
    .map((term) => term.trim().toLowerCase())
    .filter((term) => term !== '');
  if (terms.length === 0) return null;
  const tests = terms.map(testOf);
  return (one) => tests.some((test) => test(one));
}

function testOf(term: string): (one: Findable) => boolean {
  const state = Object.hasOwn(STATES, term) ? STATES[term] : undefined;
  if (state !== undefined) return ({ kind, state: own }) => kind === 'action' && (own ?? 'works') === state;
  if (term === 'over-broad') return ({ kind, overBroad }) => kind === 'action' && overBroad;
  if (term === 'not over-broad') return ({ kind, overBroad }) => kind === 'action' && !overBroad;
  return ({ kind, label }) => kind === term || label.toLowerCase().includes(term);
}
