// The word for a state that a reader sees: one table for picture, legend and screen reader.
import type { State } from '@/lib/verdict/judgement';

const WORDS: Readonly<Record<State, string>> = {
  works: 'works',
  broken: 'broken',
  depends: 'depends',
  unknown: 'cannot tell',
};

/** `broken`, `cannot tell`, in lower case. Never throws. */
export function stateWord(state: State): string {
  return WORDS[state];
}
