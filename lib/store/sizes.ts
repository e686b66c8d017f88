// How large the snapshots are: in facts, since a document that several have in common is kept once.
import type { Kysely } from 'kysely';
import type { Tables } from './tables';

export interface SnapshotSize {
  readonly facts: number;
  readonly gaps: number;
}

/** Of each snapshot, by id; one without facts and gaps is not among them. */
export async function snapshotSizes(db: Kysely<Tables>): Promise<ReadonlyMap<string, SnapshotSize>> {
  const count = async (table: 'facts' | 'gaps') => {
    const rows = await db
      .selectFrom(table)
      .innerJoin('snapshots', 'snapshots.number', `${table}.snapshot`)
      .groupBy('snapshots.id')
      .select(({ fn }) => ['snapshots.id as id', fn.countAll<number>().as('count')])
      .execute();
    return new Map(rows.map(({ id, count: number }) => [id, Number(number)]));
  };
  const [facts, gaps] = [await count('facts'), await count('gaps')];
  const ids = new Set([...facts.keys(), ...gaps.keys()]);
  return new Map([...ids].map((id) => [id, { facts: facts.get(id) ?? 0, gaps: gaps.get(id) ?? 0 }]));
}
