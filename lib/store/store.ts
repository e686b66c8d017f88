// The store: everything that is done with kept snapshots, in SQLite or PostgreSQL alike.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { arrive, sweepArrivals } from './arrive';
import type { Database } from './database';
import { depart } from './depart';
import { arePiecesKept, keepPieces, type Piece, readPieces } from './judgements';
import { type Guard, guard, openPatiently } from './patience';
import { nameOf, type Place } from './place';
import { countFacts, hasFact, readFacts, readGaps, readGapsOf, type Wanted } from './read-facts';
import { type SnapshotSize, snapshotSizes } from './sizes';
import type { SnapshotStream } from './snapshot-stream';
import {
  deleteSnapshot,
  findSnapshot,
  insertSnapshot,
  listSnapshotRows,
  type NewSnapshot,
  numberOf,
  outdated,
  type Retention,
  type SnapshotRow,
} from './snapshots';
import { SnapshotProblem } from './store-problem';
import { together } from './together';
import { type PlaceProgress, type Progress, placesDone, progressOf } from './unit-progress';
import {
  beat,
  isBeingRead,
  keepUnits,
  placesLeft,
  planUnits,
  type ReadUnit,
  releaseGone,
  releaseOwn,
  type SeizedUnit,
  seizeUnits,
  takeUnits,
  type Unit,
  type UnitPlace,
} from './units';
import { type Heard, writeHeard } from './write-heard';

/** Every function throws SnapshotProblem, one line with what to do, when the database does not do what was asked. */
export interface Store {
  readonly place: Place;
  /** Complete snapshots, newest first. One that is still running is never among them. */
  readonly list: () => Promise<readonly SnapshotRow[]>;
  /** Scans that have not ended: running now, or interrupted. Newest first. */
  readonly unfinished: () => Promise<readonly SnapshotRow[]>;
  /** What is known of one, complete or not; null where there is none of that id. */
  readonly find: (id: string) => Promise<SnapshotRow | null>;
  /** The whole of a complete one. @throws SnapshotProblem also where there is none, or it is not complete */
  readonly read: (id: string) => Promise<Snapshot>;
  /** Facts of one, complete or not, narrowed by kind, account and ARN, in a fixed order. */
  readonly factsOf: (id: string, wanted?: Wanted) => Promise<readonly Fact[]>;
  /** All of one, or those of these accounts. */
  readonly gapsOf: (id: string, accounts?: readonly string[]) => Promise<readonly Gap[]>;
  /** Whether there is a fact of the kind. */
  readonly hasFact: (id: string, kind: string) => Promise<boolean>;
  /** How many facts there are of each kind. */
  readonly countsOf: (id: string) => Promise<ReadonlyMap<string, number>>;
  /** How large each one is, complete or not, by id. */
  readonly sizes: () => Promise<ReadonlyMap<string, SnapshotSize>>;

  /** Begins one: keeps its plan, its units in this order and what was heard before, all or nothing. Nobody is shown it before
   *  `complete`. */
  readonly begin: (snapshot: NewSnapshot, units: Iterable<Unit>, heard: Heard) => Promise<void>;
  /** The plan that `begin` kept; null where there is none of that id. */
  readonly planOf: (id: string) => Promise<Json>;
  /** Takes units that nobody reads; those of processes that are gone among them. Each goes to one process. */
  readonly take: (id: string, phase: Unit['phase'], limit: number) => Promise<readonly Unit[]>;
  /** Takes all units of an account and region that are not done, whoever holds them. */
  readonly seize: (id: string, phase: Unit['phase'], place: UnitPlace) => Promise<readonly SeizedUnit[]>;
  /** Where something is left to be read in the phase. */
  readonly placesLeft: (id: string, phase: Unit['phase']) => Promise<readonly UnitPlace[]>;
  /** Keeps what a unit said, and that it is done: all or nothing, and on the disk when this returns. */
  readonly keep: (id: string, unit: Unit, heard: Heard) => Promise<void>;
  readonly progress: (id: string, phase?: Unit['phase']) => Promise<Progress>;
  /** How far each account and region is; those where nothing is done are left out. */
  readonly placesDone: (id: string) => Promise<readonly PlaceProgress[]>;
  /** Says that this process still reads what it took. */
  readonly beat: (id: string) => Promise<void>;
  /** Whether a process that lives holds units of it. */
  readonly isBeingRead: (id: string) => Promise<boolean>;
  /** Gives back units that processes hold which are gone. */
  readonly releaseGone: (id: string) => Promise<void>;
  /** Gives back what this process took and will not read. */
  readonly releaseOwn: (id: string) => Promise<void>;
  /** From now on it is shown. @throws SnapshotProblem while units are left */
  readonly complete: (id: string) => Promise<void>;

  /** A complete one in parts, to be sent out. @throws SnapshotProblem as `read`, and so do its parts */
  readonly open: (id: string) => Promise<SnapshotStream>;
  /** Takes in a snapshot that was made elsewhere, all or nothing. @throws SnapshotProblem where its id is taken, and what its parts
   *  throw */
  readonly add: (snapshot: Snapshot | SnapshotStream, toolVersion: string) => Promise<void>;
  /** Keeps what was made of a complete one, in pieces, under a key that says with what; what was kept under another is thrown away. */
  readonly keepPieces: (id: string, key: string, pieces: Iterable<Piece>) => Promise<void>;
  /** Whether all pieces under this key are there. */
  readonly arePiecesKept: (id: string, key: string) => Promise<boolean>;
  /** Pieces of one kind by name; those that are not kept are not among them. */
  readonly piecesOf: (
    id: string,
    key: string,
    kind: string,
    names: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** null takes the name away. */
  readonly rename: (id: string, name: string | null) => Promise<void>;
  readonly pin: (id: string, isPinned: boolean) => Promise<void>;
  /** Throws one away, and every document that no other has. */
  readonly delete: (id: string) => Promise<void>;
  /** Throws away what is outdated. @returns the ids */
  readonly retain: (retention: Retention, now: Date) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Opens the store, and makes it where it is not there. `tell` hears one line when the database has gone away and is waited for.
 *  @throws SnapshotProblem */
export async function openStore(place: Place, tell: (line: string) => void = () => {}): Promise<Store> {
  const guarded = guard(place, tell);
  // Nobody waits for a database that was never there.
  return storeOver(await openPatiently(place), place, guarded);
}

function storeOver(database: Database, place: Place, guarded: Guard): Store {
  const { db } = database;
  const found = async (id: string) => {
    const snapshot = await findSnapshot(db, id);
    if (snapshot === null) throw noSuchSnapshot(id, place);
    return snapshot;
  };
  const on = <T>(id: string, work: (number: number) => Promise<T>) =>
    guarded(async () => {
      const number = await numberOf(db, id);
      if (number === null) throw noSuchSnapshot(id, place);
      return work(number);
    });
  const keepTogether = together((units: readonly ReadUnit[]) => guarded(() => keepUnits(database, units)));
  const update = (id: string, values: { name?: string | null; pinned?: number }) =>
    on(id, async (number) => {
      await db.updateTable('snapshots').set(values).where('number', '=', number).execute();
    });

  async function read(id: string): Promise<Snapshot> {
    const { number, row } = await found(id);
    if (row.state !== 'complete') throw new SnapshotProblem(unfinishedProblem(id));
    const { takenAt, accounts, regions } = row;
    const [facts, gaps] = [await readFacts(db, number), await readGaps(db, number)];
    return { version: 1, id, takenAt, accounts, regions, facts, gaps };
  }

  async function complete(id: string): Promise<void> {
    const { number } = await found(id);
    const { done, units } = await progressOf(db, number);
    if (done < units) throw new SnapshotProblem(unfinishedProblem(id));
    await db.transaction().execute(async (transaction) => {
      // Nobody reads on: who mentions whom is not looked up any more.
      await transaction.deleteFrom('mentions').where('snapshot', '=', number).execute();
      await transaction
        .updateTable('snapshots')
        .set({ state: 'complete' })
        .where('number', '=', number)
        .execute();
    });
  }

  async function begin(snapshot: NewSnapshot, units: Iterable<Unit>, heard: Heard): Promise<void> {
    // A commit that got through although its answer did not.
    if ((await findSnapshot(db, snapshot.id)) !== null) return;
    await db.transaction().execute(async (transaction) => {
      const number = await insertSnapshot(transaction, snapshot);
      await planUnits(transaction, number, units);
      await writeHeard(transaction, database.kind, number, heard);
    });
  }

  async function open(id: string): Promise<SnapshotStream> {
    const { number, row } = await guarded(() => found(id));
    if (row.state !== 'complete') throw new SnapshotProblem(unfinishedProblem(id));
    const { takenAt, accounts, regions } = row;
    const head = { version: 1 as const, id, takenAt, accounts, regions };
    return { head, parts: depart(db, guarded, number, id) };
  }

  async function retain(retention: Retention, now: Date): Promise<readonly string[]> {
    await sweepArrivals(database);
    const ids = outdated(await listSnapshotRows(db, 'complete'), retention, now);
    for (const id of ids) await deleteSnapshot(database, (await found(id)).number);
    return ids;
  }

  return {
    place,
    list: () => guarded(() => listSnapshotRows(db, 'complete')),
    unfinished: () => guarded(() => listSnapshotRows(db, 'running')),
    find: (id) => guarded(async () => (await findSnapshot(db, id))?.row ?? null),
    read: (id) => guarded(() => read(id)),
    factsOf: (id, wanted) => on(id, (number) => readFacts(db, number, wanted)),
    gapsOf: (id, accounts) =>
      on(id, (number) => (accounts === undefined ? readGaps(db, number) : readGapsOf(db, number, accounts))),
    sizes: () => guarded(() => snapshotSizes(db)),
    hasFact: (id, kind) => on(id, (number) => hasFact(db, number, kind)),
    countsOf: (id) => on(id, (number) => countFacts(db, number)),
    begin: (snapshot, units, heard) => guarded(() => begin(snapshot, units, heard)),
    planOf: (id) => guarded(async () => (await findSnapshot(db, id))?.plan ?? null),
    take: (id, phase, limit) => on(id, (number) => takeUnits(database, number, phase, limit)),
    seize: (id, phase, at) => on(id, (number) => seizeUnits(db, number, phase, at)),
    placesLeft: (id, phase) => on(id, (number) => placesLeft(db, number, phase)),
    keep: async (id, unit, heard) =>
      keepTogether({ snapshot: await on(id, async (number) => number), unit, heard }),
    progress: (id, phase) => on(id, (number) => progressOf(db, number, phase)),
    placesDone: (id) => on(id, (number) => placesDone(db, number)),
    beat: (id) => on(id, (number) => beat(db, number)),
    isBeingRead: (id) => on(id, (number) => isBeingRead(db, number)),
    releaseGone: (id) =>
      on(id, async (number) => {
        await releaseGone(db, number);
      }),
    releaseOwn: (id) => on(id, (number) => releaseOwn(db, number)),
    complete: (id) => guarded(() => complete(id)),
    open,
    add: (snapshot, toolVersion) => arrive(database, guarded, snapshot, toolVersion),
    keepPieces: (id, key, pieces) => on(id, (number) => keepPieces(database, number, key, pieces)),
    arePiecesKept: (id, key) => on(id, (number) => arePiecesKept(db, number, key)),
    piecesOf: (id, key, kind, names) => on(id, (number) => readPieces(db, number, key, kind, names)),
    rename: (id, name) => update(id, { name }),
    pin: (id, isPinned) => update(id, { pinned: isPinned ? 1 : 0 }),
    delete: (id) => on(id, (number) => deleteSnapshot(database, number)),
    retain: (retention, now) => guarded(() => retain(retention, now)),
    close: database.close,
  };
}

function noSuchSnapshot(id: string, place: Place): SnapshotProblem {
  return new SnapshotProblem(`there is no snapshot \`${id}\` in the store \`${nameOf(place)}\``);
}

function unfinishedProblem(id: string): string {
  return `snapshot \`${id}\` is not complete: its scan is still running, or was interrupted; \`hatstack scan --resume ${id}\` goes on with it`;
}
