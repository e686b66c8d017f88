// Whether a request is refused whatever its policies say, and why.
import type { Tri } from './tri';

export interface Refused {
  readonly refused: Tri;
  readonly why: string;
}

export const ACCEPTED: Refused = { refused: 'no', why: '' };
