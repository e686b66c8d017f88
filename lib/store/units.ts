// The units of a scan: planned, taken by one process each, and done together with what they said.
import type { Kysely, Transaction } from 'kysely';
import { isGone, THIS_PROCESS } from './claimant';
import type { Database } from './database';
import type { Tables } from './tables';
import { type Heard, writeHeard } from './write-heard';

/** One collector in one account and region. */
export interface Unit {
  readonly phase: 1 | 2 | 3;
  readonly collector: string;
  readonly account: string;
  readonly region: string;
}

/** One account and region. */
export interface UnitPlace {
  readonly account: string;
  readonly region: string;
}

/** Rows of one statement. */
const ROWS = 1000;

/** Writes the plan of units, in this order. */
export async function planUnits(
  transaction: Transaction<Tables>,
  snapshot: number,
  units: Iterable<Unit>,
): Promise<void> {
  let rows: Tables['units'][] = [];
  let ordinal = 0;
  const write = async () => {
    if (rows.length > 0) await transaction.insertInto('units').values(rows).execute();
    rows = [];
  };
  for (const { phase, collector, account, region } of units) {
    rows.push({
      ...{ snapshot, ordinal, phase, collector, account, region },
      ...{ state: 'waiting', attempts: 0, claimed_by: null, heartbeat: null, facts: 0, gaps: 0 },
    });
    ordinal += 1;
    if (rows.length === ROWS) await write();
  }
  await write();
}

/** Takes waiting units for this process, and those of processes that are gone; another process never gets the same. */
export async function takeUnits(
  { db, kind }: Database,
  snapshot: number,
  phase: Unit['phase'],
  limit: number,
): Promise<readonly Unit[]> {
  const take = () =>
    db.transaction().execute(async (transaction) => {
      const free = transaction
        .selectFrom('units')
        .select('ordinal')
        .where('snapshot', '=', snapshot)
        .where('phase', '=', phase)
        .where('state', '=', 'waiting')
        .orderBy('ordinal')
        .limit(limit);
      const taken = await (kind === 'postgres' ? free.forUpdate().skipLocked() : free).execute();
      if (taken.length === 0) return [];
      return transaction
        .updateTable('units')
        .set(({ eb }) => ({
          state: 'taken' as const,
          attempts: eb('attempts', '+', 1),
          claimed_by: THIS_PROCESS,
          heartbeat: new Date().toISOString(),
        }))
        .where('snapshot', '=', snapshot)
        .where(
          'ordinal',
          'in',
          taken.map(({ ordinal }) => ordinal),
        )
        .returning(['phase', 'collector', 'account', 'region', 'ordinal'])
        .execute();
    });
  let rows = await take();
  if (rows.length === 0 && (await releaseGone(db, snapshot)) > 0) rows = await take();
  return rows
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ collector, account, region }) => ({ phase, collector, account, region }));
}

/** How often it was taken, this time too: who took it before died, or could not read it. */
export interface SeizedUnit extends Unit {
  readonly attempts: number;
}

/** Takes every unit of the place that is not done, whoever held it: for whom a queue says that the place is theirs now. */
export async function seizeUnits(
  db: Kysely<Tables>,
  snapshot: number,
  phase: Unit['phase'],
  { account, region }: UnitPlace,
): Promise<readonly SeizedUnit[]> {
  const rows = await db
    .updateTable('units')
    .set(({ eb }) => ({
      state: 'taken' as const,
      attempts: eb('attempts', '+', 1),
      claimed_by: THIS_PROCESS,
      heartbeat: new Date().toISOString(),
    }))
    .where('snapshot', '=', snapshot)
    .where('phase', '=', phase)
    .where('account', '=', account)
    .where('region', '=', region)
    .where('state', '<>', 'done')
    .returning(['collector', 'ordinal', 'attempts'])
    .execute();
  return rows
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ collector, attempts }) => ({ phase, collector, account, region, attempts }));
}

/** The accounts and regions of the phase in which something is left to be read, in the order of the plan. */
export async function placesLeft(
  db: Kysely<Tables>,
  snapshot: number,
  phase: Unit['phase'],
): Promise<readonly UnitPlace[]> {
  return db
    .selectFrom('units')
    .where('snapshot', '=', snapshot)
    .where('phase', '=', phase)
    .where('state', '<>', 'done')
    .groupBy(['account', 'region'])
    .orderBy(({ fn }) => fn.min('ordinal'))
    .select(['account', 'region'])
    .execute();
}

/** Whether a process that lives holds units of it. */
export async function isBeingRead(db: Kysely<Tables>, snapshot: number): Promise<boolean> {
  const now = Date.now();
  return (await holders(db, snapshot)).some(
    ({ claimed_by, heartbeat }) => claimed_by !== null && !isGone(claimed_by, heartbeat, now),
  );
}

/** The processes that hold units, each with when it was last heard of. */
function holders(db: Kysely<Tables>, snapshot: number) {
  return db
    .selectFrom('units')
    .where('snapshot', '=', snapshot)
    .where('state', '=', 'taken')
    .groupBy('claimed_by')
    .select(({ fn }) => ['claimed_by', fn.max('heartbeat').as('heartbeat')])
    .execute();
}

/** Gives back what processes hold that are gone. @returns how many units */
export async function releaseGone(db: Kysely<Tables>, snapshot: number): Promise<number> {
  const held = await holders(db, snapshot);
  const now = Date.now();
  const gone = held.flatMap(({ claimed_by, heartbeat }) =>
    claimed_by !== null && isGone(claimed_by, heartbeat, now) ? [claimed_by] : [],
  );
  if (gone.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable('units')
    .set({ state: 'waiting', claimed_by: null, heartbeat: null })
    .where('snapshot', '=', snapshot)
    .where('state', '=', 'taken')
    .where('claimed_by', 'in', gone)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Gives back what this process holds and will not do. */
export async function releaseOwn(db: Kysely<Tables>, snapshot: number): Promise<void> {
  await db
    .updateTable('units')
    .set({ state: 'waiting', claimed_by: null, heartbeat: null })
    .where('snapshot', '=', snapshot)
    .where('state', '=', 'taken')
    .where('claimed_by', '=', THIS_PROCESS)
    .execute();
}

/** Says that this process still works on what it took. */
export async function beat(db: Kysely<Tables>, snapshot: number): Promise<void> {
  await db
    .updateTable('units')
    .set({ heartbeat: new Date().toISOString() })
    .where('snapshot', '=', snapshot)
    .where('claimed_by', '=', THIS_PROCESS)
    .where('state', '=', 'taken')
    .execute();
}

/** A unit with what it said. */
export interface ReadUnit {
  readonly snapshot: number;
  readonly unit: Unit;
  readonly heard: Heard;
}

/** Writes what the units said and that they are done, in one transaction. A unit that is done already, because a commit got
 *  through whose answer did not, or because somebody took it for lost, is left as it is. */
export async function keepUnits({ db, kind }: Database, units: readonly ReadUnit[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const one of units) {
      if (await markDone(transaction, one)) {
        await writeHeard(transaction, kind, one.snapshot, one.heard);
      }
    }
  });
}

/** @returns whether it was not done before */
async function markDone(
  transaction: Transaction<Tables>,
  { snapshot, unit, heard }: ReadUnit,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('units')
    .set({
      state: 'done',
      claimed_by: THIS_PROCESS,
      heartbeat: new Date().toISOString(),
      facts: heard.facts.length,
      gaps: heard.gaps.length,
    })
    .where('snapshot', '=', snapshot)
    .where('phase', '=', unit.phase)
    .where('collector', '=', unit.collector)
    .where('account', '=', unit.account)
    .where('region', '=', unit.region)
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
