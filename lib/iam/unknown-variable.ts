// One unknown of a decision, and the values of it that can make a difference.
import type { Undetermined } from './decision';
import type { Reading, World } from './env';
import type { KeyState } from './request';
import type { Residual } from './residual';
import type { Tri } from './tri';

/** A world while it is being put together. */
export interface Draft extends World {
  readonly keys: Map<string, KeyState>;
  resource: string | null;
  sessionName: string | null | undefined;
  readonly readings: Map<string, Reading>;
  readonly rulings: Map<string, Tri>;
}

export interface UnknownVariable {
  readonly undetermined: readonly Undetermined[];
  /** Not scanned or disputed, as against told by the request. */
  readonly isGap: boolean;
  /** Each sets one of the values. */
  readonly values: readonly ((draft: Draft) => void)[];
  /** What policies ask of it, and which of that each value meets; null where that is not said by conditions. */
  readonly asks: {
    readonly atoms: readonly Residual[];
    readonly ways: readonly (readonly boolean[])[];
  } | null;
  /** False when some value that matters may be missing. */
  readonly isComplete: boolean;
}
