// Short ways to state what is known of a context key.
import type { KeyState } from './request';

/** The key carries exactly these values. */
export function known(...values: readonly string[]): KeyState {
  return { kind: 'known', values };
}

/** The request does not carry the key. */
export const ABSENT: KeyState = { kind: 'absent' };

/** The request carries the key; its value is not known. */
export const PRESENT: KeyState = { kind: 'present' };

/** Nothing is known: absent, or any value. */
export const UNKNOWN: KeyState = { kind: 'unknown' };
