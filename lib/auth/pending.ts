// Sign-ins on their way through the identity provider: each may come back once, and soon.
import { hashOf, newSecret } from './secret';

/** What must fit when somebody comes back. */
export interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go on to. */
  readonly next: string;
}

export interface PendingTrips {
  /** Remembers a trip; its id goes into a cookie of that browser. `now` in ms since 1970. */
  leave(trip: Trip, now: number): string;
  /** The trip of that id, once and in time; else null. */
  comeBack(id: string, now: number): Trip | null;
}

const WITHIN_MS = 10 * 60_000;
const MOST = 10_000;

/** Trips in memory. Reads no clock. Never throws. */
export function createPendingTrips(): PendingTrips {
  const all = new Map<string, { readonly trip: Trip; readonly since: number }>();
  return {
    leave(trip, now) {
      for (const [hash, { since }] of all) if (now - since >= WITHIN_MS) all.delete(hash);
      const oldest = all.keys().next();
      if (all.size >= MOST && oldest.done !== true) all.delete(oldest.value);
      const id = newSecret();
      all.set(hashOf(id), { trip, since: now });
      return id;
    },
    comeBack(id, now) {
      const hash = hashOf(id);
      const one = all.get(hash);
      all.delete(hash);
      return one !== undefined && now - one.since < WITHIN_MS ? one.trip : null;
    },
  };
}
