// How the tables came to be, step by step. A step that was released is never changed: write the next one.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

type Migration = (db: Kysely<Tables>, kind: 'sqlite' | 'postgres') => Promise<void>;

/** The first is version 1. */
export const MIGRATIONS: readonly Migration[] = [firstTables, judgements, mentions];

async function firstTables(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('number', kind === 'postgres' ? 'serial' : 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text')
    .addColumn('pinned', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .addColumn('tool_version', 'text', (column) => column.notNull())
    .addColumn('request', 'text')
    .addColumn('plan', 'text')
    .addColumn('accounts', 'text', (column) => column.notNull())
    .addColumn('regions', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('documents')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  // A SQLite table without row ids lies in the order of its key: one account's facts are side by side.
  const clustered = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
    kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table;
  await clustered(
    texts(
      db.schema.createTable('facts').addColumn('snapshot', 'integer', (column) => column.notNull()),
      ['kind', 'account', 'region', 'key', 'source', 'document'],
    ).addPrimaryKeyConstraint('facts_key', ['snapshot', 'account', 'kind', 'region', 'key'] as never[]),
  ).execute();
  await db.schema.createIndex('facts_by_key').on('facts').columns(['snapshot', 'key']).execute();
  await clustered(
    texts(
      db.schema.createTable('gaps').addColumn('snapshot', 'integer', (column) => column.notNull()),
      ['source', 'account', 'region', 'scope', 'code', 'body'],
    ).addPrimaryKeyConstraint('gaps_key', [
      'snapshot',
      'source',
      'account',
      'region',
      'scope',
      'code',
    ] as never[]),
  ).execute();
  await db.schema
    .createTable('units')
    .addColumn('snapshot', 'integer', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('collector', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('claimed_by', 'text')
    .addColumn('heartbeat', 'text')
    .addColumn('facts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('gaps', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('units_key', ['snapshot', 'ordinal'])
    .addUniqueConstraint('units_once', ['snapshot', 'phase', 'collector', 'account', 'region'])
    .execute();
  await db.schema
    .createIndex('units_to_take')
    .on('units')
    .columns(['snapshot', 'phase', 'state', 'ordinal'])
    .execute();
}

/** What was made of a snapshot, kept beside it, and gaps by account, for pages that read only what they need. */
async function judgements(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const table = texts(
    db.schema.createTable('judgements').addColumn('snapshot', 'integer', (column) => column.notNull()),
    ['key', 'kind', 'name', 'body'],
  ).addPrimaryKeyConstraint('judgements_key', ['snapshot', 'key', 'kind', 'name'] as never[]);
  await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
  await db.schema.createIndex('gaps_by_account').on('gaps').columns(['snapshot', 'account']).execute();
}

/** What the facts of a running scan mention, so that no process holds what the whole scan found. */
async function mentions(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const names = ['name', 'account', 'kind', 'region', 'key'];
  const table = texts(
    db.schema.createTable('mentions').addColumn('snapshot', 'integer', (column) => column.notNull()),
    names,
  ).addPrimaryKeyConstraint('mentions_key', ['snapshot', ...names] as never[]);
  await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
}

function texts<T extends string>(
  table: CreateTableBuilder<T, string>,
  names: readonly string[],
): CreateTableBuilder<T, string> {
  return names.reduce<CreateTableBuilder<T, string>>(
    (made, name) => made.addColumn(name, 'text', (column) => column.notNull()),
    table,
  );
}
