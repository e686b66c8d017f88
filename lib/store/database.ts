// Opens the database of a store: SQLite in this process, or PostgreSQL; the same tables and the same code above.
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type Dialect,
  Kysely,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';
import { migrate } from './migrate';
import type { Place } from './place';
import type { Tables } from './tables';

export interface Database {
  readonly kind: Place['kind'];
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** How long one writer waits for another before the store tries again; meanwhile nothing else happens in this process. */
const BUSY_TIMEOUT_MS = 200;
/** What a large transaction leaves of its journal on the disk. */
const JOURNAL_BYTES = 16_000_000;
/** A database may have been set not to wait for its disk; a stronger setting than ours stays.
 *  @see https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-SYNCHRONOUS-COMMIT (read 2026-11-27) */
const FLUSH_COMMITS =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";
/** Statements of SQLite that are kept ready: ours are fewer, but for lists of any length. */
const STATEMENTS = 64;
const CONNECT_TIMEOUT_MS = 10_000;
/** Connections of one process: a scan writes from a few places at once. */
const CONNECTIONS = 8;

/** SQLite files that are open in this process: two connections of one process would wait for each other for ever. */
const shared = new Map<string, { readonly opening: Promise<Database>; users: number }>();

/** Opens it, makes it where it is not there, and brings its tables up to date. @throws whatever the database says */
export async function openDatabase(place: Place): Promise<Database> {
  if (place.kind === 'postgres') return migrated('postgres', await postgres(place.url));
  const file = resolve(place.file);
  const entry = shared.get(file) ?? { opening: sqlite(file), users: 0 };
  shared.set(file, entry);
  entry.users += 1;
  const leave = async (close: () => Promise<void>) => {
    entry.users -= 1;
    if (entry.users > 0) return;
    shared.delete(file);
    await close();
  };
  const database = await entry.opening.catch(async (error: unknown) => {
    await leave(async () => {});
    throw error;
  });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await leave(database.close);
    isOpen = false;
  };
  return { ...database, close };
}

async function migrated(kind: Place['kind'], dialect: Dialect): Promise<Database> {
  const db = new Kysely<Tables>({ dialect });
  const close = () => db.destroy();
  try {
    await migrate(db, kind);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return { kind, db, close };
}

async function sqlite(file: string): Promise<Database> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Readable by nobody else; SQLite gives its journal the rights of the file.
  await (await open(file, 'a', 0o600)).close();
  const { default: Libsql } = await import('libsql');
  const database = new Libsql(file, { timeout: BUSY_TIMEOUT_MS / 1000 });
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  // A commit is on the disk when it returns, also after a power cut; readers never wait for writers.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`journal_size_limit = ${JOURNAL_BYTES}`);
  const dialect = new SqliteDialect({ database: writingAtOnce(database as unknown as SqliteDatabase) });
  return migrated('sqlite', dialect);
}

/** All our transactions write: one that begins by reading could not become a writer once another has written. What SQLite made of a
 *  text is used again, and does not wait for JavaScript's collector to be freed, which sees nothing of its size. */
function writingAtOnce(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const statement = kept.get(text) ?? database.prepare(text === 'begin' ? 'begin immediate' : text);
    // Last used stands last.
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  return {
    close() {
      kept.clear();
      database.close();
    },
    prepare: (text) => ({
      get reader() {
        return prepare(text).reader;
      },
      all: (parameters) => prepare(text).all(parameters),
      run: (parameters) => (text === 'rollback' ? takeBack(prepare(text)) : prepare(text).run(parameters)),
      // Rows are taken one by one while others ask: this one is nobody else's.
      iterate: (parameters) => database.prepare(text).iterate(parameters),
    }),
  };
}

/** A full disk may end the transaction by itself; that there is none to take back would then hide the reason.
 *  @see https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction (read 2026-11-27) */
function takeBack(rollback: SqliteStatement): ReturnType<SqliteStatement['run']> {
  try {
    return rollback.run([]);
  } catch (error) {
    if (error instanceof Error && error.message.includes('no transaction is active'))
      return { changes: 0, lastInsertRowid: 0 };
    throw error;
  }
}

async function postgres(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'hatstack',
  });
  // A connection that dies is told by the statement that needed it; between statements it is no news, the pool makes another.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.query(FLUSH_COMMITS).catch(() => {});
  });
  return new PostgresDialect({ pool });
}
