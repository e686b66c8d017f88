// Brings the tables of a store up to date, also when two processes start at once.
import { type Kysely, sql } from 'kysely';
import { MIGRATIONS } from './migrations';
import type { Place } from './place';
import { StoreTooNew } from './store-problem';
import type { Tables } from './tables';

/** Any number, the same in every process: who holds it may change tables. */
const LOCK = 4_714_203;

/** Applies the migrations that are missing, all or none. @throws StoreTooNew when a newer hatstack made the tables */
export async function migrate(db: Kysely<Tables>, kind: Place['kind']): Promise<void> {
  if ((await versionOf(db).catch(() => 0)) === MIGRATIONS.length) return;
  // SQLite's transaction is one of its only writer; PostgreSQL needs the lock, and gives it back with the transaction.
  await db.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute();
    const version = await versionOf(transaction);
    if (version > MIGRATIONS.length) throw new StoreTooNew(version);
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue;
      await migration(transaction, kind);
      await transaction
        .insertInto('schema_version')
        .values({ version: index + 1, applied_at: new Date().toISOString() })
        .execute();
    }
  });
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('schema_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}
