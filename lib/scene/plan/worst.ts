// The order of states, worst first.
import type { State } from '@/lib/verdict/judgement';

const ORDER: readonly State[] = ['broken', 'unknown', 'depends', 'works'];

/** The worst of the states; null of none. Never throws. */
export function worst(states: readonly State[]): State | null {
  return ORDER.find((state) => states.includes(state)) ?? null;
}
