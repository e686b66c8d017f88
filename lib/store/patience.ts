// Waits for a database that is busy or has gone away, and gives up in the end.
import { type Database, openDatabase } from './database';
import { nameOf, type Place } from './place';
import { isCollision, isLostConnection, storeProblem } from './store-problem';

/** Does a piece of work, which is one transaction. @throws SnapshotProblem */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** How long one waits for another writer, or for a database that has gone away. */
const PATIENCE_MS = 45_000;
const LONGEST_PAUSE_MS = 4000;

/** Waits for other writers and for a database that is away; `tell` hears of the latter in one line. */
export function guard(place: Place, tell: (line: string) => void): Guard {
  const absence = new Absence(() =>
    tell(`the store \`${nameOf(place)}\` cannot be reached: waiting for it, ${PATIENCE_MS / 1000} s at most`),
  );
  return (work) =>
    patiently(
      place,
      async () => {
        const done = await work();
        absence.end();
        return done;
      },
      (error, began) =>
        isAway(place, error) ? absence.since(Date.now()) : isCollision(error) ? began : null,
    );
}

/** Opens the database; waits for other writers, but not for one that was never there. @throws SnapshotProblem */
export function openPatiently(place: Place): Promise<Database> {
  return patiently(
    place,
    () => openDatabase(place),
    (error, began) => (isCollision(error) ? began : null),
  );
}

function isAway(place: Place, error: unknown): boolean {
  return place.kind === 'postgres' && isLostConnection(error);
}

/** Since when the database is away: all that wait for it wait for the same, and give up together. */
class Absence {
  #since: number | null = null;
  #heardOf = 0;

  constructor(readonly tell: () => void) {}

  since(now: number): number {
    const isNew = this.#since === null || now - this.#heardOf > PATIENCE_MS;
    const since = isNew ? now : (this.#since ?? now);
    this.#since = since;
    this.#heardOf = now;
    if (isNew) this.tell();
    return since;
  }

  end(): void {
    this.#since = null;
  }
}

/** Tries again what may pass; every piece of work is a transaction, which did nothing if it failed. `waitsSince` tells since when
 *  one waits for that to pass, null where it does not. @throws SnapshotProblem in the end */
async function patiently<T>(
  place: Place,
  work: () => Promise<T>,
  waitsSince: (error: unknown, began: number) => number | null,
): Promise<T> {
  const began = Date.now();
  for (let pause = 20; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      const since = waitsSince(error, began);
      if (since === null || Date.now() > since + PATIENCE_MS) throw storeProblem(error, place);
      // Not in step with the one that is waited for.
      await wait(pause * (0.5 + Math.random()));
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
