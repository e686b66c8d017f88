// The list of snapshots: begun, completed, named, pinned, thrown away.
import type { Kysely, Selectable } from 'kysely';
import type { Json } from '@/lib/base/json';
import type { Database } from './database';
import type { SnapshotsTable, Tables } from './tables';
import { freeDocuments } from './write-heard';

export interface SnapshotRow {
  readonly id: string;
  /** What a person called it. */
  readonly name: string | null;
  readonly isPinned: boolean;
  readonly state: SnapshotsTable['state'];
  readonly takenAt: string;
  readonly toolVersion: string;
  /** What was asked for; null for one that came from a file. */
  readonly request: Json;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

export interface NewSnapshot {
  readonly id: string;
  readonly takenAt: string;
  readonly toolVersion: string;
  readonly request: Json;
  /** What is to be read, as the scan planned it; null for one that came from a file. */
  readonly plan: Json;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

/** Which snapshots stay: those that one of the two keeps. Pinned and running ones always do. */
export interface Retention {
  readonly keep?: number | undefined;
  readonly days?: number | undefined;
}

/** @returns its number */
export async function insertSnapshot(
  db: Kysely<Tables>,
  { id, takenAt, toolVersion, request, plan, accounts, regions }: NewSnapshot,
  state: 'running' | 'arriving' = 'running',
): Promise<number> {
  const { number } = await db
    .insertInto('snapshots')
    .values({
      id,
      name: null,
      pinned: 0,
      state,
      taken_at: takenAt,
      tool_version: toolVersion,
      request: request === null ? null : JSON.stringify(request),
      plan: plan === null ? null : JSON.stringify(plan),
      accounts: JSON.stringify(accounts),
      regions: JSON.stringify(regions),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Newest first. */
export async function listSnapshotRows(
  db: Kysely<Tables>,
  state: SnapshotsTable['state'],
): Promise<readonly SnapshotRow[]> {
  const rows = await db.selectFrom('snapshots').selectAll().where('state', '=', state).execute();
  return rows
    .sort((a, b) => Date.parse(b.taken_at) - Date.parse(a.taken_at) || b.number - a.number)
    .map(rowOf);
}

/** The row of that id with its number, or null. */
export async function findSnapshot(
  db: Kysely<Tables>,
  id: string,
): Promise<{ readonly number: number; readonly plan: Json; readonly row: SnapshotRow } | null> {
  const found = await db.selectFrom('snapshots').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) return null;
  return { number: found.number, plan: parsed(found.plan), row: rowOf(found) };
}

/** Its number alone, or null: the plan of a large scan is long, and not read for every unit. */
export async function numberOf(db: Kysely<Tables>, id: string): Promise<number | null> {
  const found = await db.selectFrom('snapshots').select('number').where('id', '=', id).executeTakeFirst();
  return found?.number ?? null;
}

function rowOf(row: Selectable<SnapshotsTable>): SnapshotRow {
  return {
    id: row.id,
    name: row.name,
    isPinned: row.pinned === 1,
    state: row.state,
    takenAt: row.taken_at,
    toolVersion: row.tool_version,
    request: parsed(row.request),
    accounts: JSON.parse(row.accounts),
    regions: JSON.parse(row.regions),
  };
}

function parsed(text: string | null): Json {
  return text === null ? null : JSON.parse(text);
}

/** Throws one away, and every document that no other snapshot has. */
export async function deleteSnapshot({ db, kind }: Database, number: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await freeDocuments(transaction, kind, number);
    for (const table of ['facts', 'mentions', 'gaps', 'units', 'judgements'] as const) {
      await transaction.deleteFrom(table).where('snapshot', '=', number).execute();
    }
    await transaction.deleteFrom('snapshots').where('number', '=', number).execute();
  });
}

/** The ids of those that retention throws away: complete, not pinned, and kept by neither rule. No rule keeps all. Never throws. */
export function outdated(
  rows: readonly SnapshotRow[],
  { keep, days }: Retention,
  now: Date,
): readonly string[] {
  if (keep === undefined && days === undefined) return [];
  const oldest = days === undefined ? Number.POSITIVE_INFINITY : now.getTime() - days * 86_400_000;
  return rows
    .filter(({ state, isPinned }) => state === 'complete' && !isPinned)
    .filter(({ takenAt }, index) => index >= (keep ?? 0) && Date.parse(takenAt) < oldest)
    .map(({ id }) => id);
}
