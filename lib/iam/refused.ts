// Whether a request is refused whatever its policies say, and why.
import { or, type Tri } from './tri';

export interface Refused {
  readonly refused: Tri;
  readonly why: string;
}

export const ACCEPTED: Refused = { refused: 'no', why: '' };

/** Refused where one of the two is; the first that surely refuses, else the last that may, says why. Never throws. */
export function either(first: Refused, second: Refused): Refused {
  if (second === ACCEPTED || first.refused === 'yes') return first;
  return first === ACCEPTED ? second : { refused: or(first.refused, second.refused), why: second.why };
}
