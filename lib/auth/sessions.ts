// Who is signed in: sessions kept by the hash of their id, with two ends: unused for too long, and open for too long.
import type { Role } from './role';
import { hashOf, newSecret } from './secret';

/** Somebody who may come in. */
export interface Person {
  /** What the audit calls them: an e-mail address, a subject, or `token`. */
  readonly name: string;
  readonly role: Role;
}

export interface SessionRules {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

export interface Sessions {
  /** A new session; its id is told only here. `now` in ms since 1970, as in all of these. */
  open(person: Person, now: number): string;
  /** Whose session it is, and that it is in use; null when unknown or at its end. */
  use(id: string, now: number): Person | null;
  /** Ends a session and says whose it was. */
  close(id: string): Person | null;
}

interface Open {
  readonly person: Person;
  readonly since: number;
  readonly usedAt: number;
}

/** More than this many at once is no use of ours: the one unused for longest goes. */
const MOST = 10_000;

/** Sessions in memory: a restart signs everybody out. Reads no clock. Never throws. */
export function createSessions(rules: SessionRules): Sessions {
  const all = new Map<string, Open>();
  const isOver = (one: Open, now: number) =>
    now - one.usedAt >= rules.idleMs || now - one.since >= rules.absoluteMs;
  return {
    open(person, now) {
      for (const [hash, one] of all) if (isOver(one, now)) all.delete(hash);
      const oldest = all.keys().next();
      if (all.size >= MOST && oldest.done !== true) all.delete(oldest.value);
      const id = newSecret();
      all.set(hashOf(id), { person, since: now, usedAt: now });
      return id;
    },
    use(id, now) {
      const hash = hashOf(id);
      const one = all.get(hash);
      if (one === undefined) return null;
      all.delete(hash);
      if (isOver(one, now)) return null;
      // Put back at the end: the map is in the order of use.
      all.set(hash, { ...one, usedAt: now });
      return one.person;
    },
    close(id) {
      const hash = hashOf(id);
      const one = all.get(hash);
      all.delete(hash);
      return one?.person ?? null;
    },
  };
}
