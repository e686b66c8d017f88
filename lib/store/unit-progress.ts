// How far a scan is: in all, by phase, and by account and region.
import type { Kysely } from 'kysely';
import type { Tables } from './tables';
import type { Unit, UnitPlace } from './units';

export interface Progress {
  readonly done: number;
  readonly units: number;
}

export interface PlaceProgress extends UnitPlace {
  readonly done: number;
  readonly gaps: number;
}

/** How many units of each account and region are done, and how many calls were not answered there. */
export async function placesDone(db: Kysely<Tables>, snapshot: number): Promise<readonly PlaceProgress[]> {
  const rows = await db
    .selectFrom('units')
    .where('snapshot', '=', snapshot)
    .where('state', '=', 'done')
    .groupBy(['account', 'region'])
    .select(({ fn }) => [
      'account',
      'region',
      fn.countAll<number>().as('done'),
      fn.sum<number>('gaps').as('gaps'),
    ])
    .execute();
  return rows.map(({ account, region, done, gaps }) => ({
    account,
    region,
    done: Number(done),
    gaps: Number(gaps),
  }));
}

/** How far a phase is, or all of them. */
export async function progressOf(
  db: Kysely<Tables>,
  snapshot: number,
  phase?: Unit['phase'],
): Promise<Progress> {
  let query = db.selectFrom('units').where('snapshot', '=', snapshot);
  if (phase !== undefined) query = query.where('phase', '=', phase);
  const rows = await query
    .groupBy('state')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .execute();
  const count = (states: readonly string[]) =>
    rows.reduce((sum, row) => (states.includes(row.state) ? sum + Number(row.count) : sum), 0);
  return { done: count(['done']), units: count(['waiting', 'taken', 'done']) };
}
