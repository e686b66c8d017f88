// How many are in which state, in words.
import type { State } from '@/lib/verdict/judgement';

const ORDER: readonly State[] = ['broken', 'unknown', 'depends', 'works'];

/** `1 broken, 5 work`: each state that occurs, worst first; empty for none. Never throws. */
export function countWords(states: readonly State[]): string {
  return ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${countVerb(state, count)}`];
  }).join(', ');
}

/** The verb after a count: `broken`, `work`. Never throws. */
export function countVerb(state: State, count: number): string {
  switch (state) {
    case 'broken':
      return 'broken';
    case 'unknown':
      return 'cannot tell';
    case 'depends':
      return count === 1 ? 'depends' : 'depend';
    case 'works':
      return count === 1 ? 'works' : 'work';
  }
}
