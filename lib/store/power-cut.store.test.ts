// What can be seen, without cutting the power, of whether a commit or a file is on the disk when we say so.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asAdministrator, type EmptyPlace, emptyPostgres, emptySqlite } from './both.fixture';
import { openDatabase } from './database';
import { placeOf } from './place';
import { madeUpSnapshot } from './snapshot.fixture';
import { writeSnapshotFile } from './snapshot-file';

let empty: EmptyPlace | null = null;
let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-power-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
  await empty?.remove();
  empty = null;
});

test('SQLite flushes its journal at every commit', async () => {
  empty = await emptySqlite();
  const { db, close } = await openDatabase(placeOf(empty.env));
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
  expect(await pragma('journal_mode')).toBe('wal');
  // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous (read 2026-11-27)
  expect(await pragma('synchronous')).toBe(2);
  await close();
});

test.each([
  ['off', 'on'],
  ['on', 'on'],
  ['remote_apply', 'remote_apply'],
])('a PostgreSQL set to synchronous_commit = %s is asked for %s', async (set, asked) => {
  empty = await emptyPostgres();
  const name = empty.env.DATABASE_URL?.split('/').at(-1);
  await asAdministrator(`alter database ${name} set synchronous_commit = ${set}`);
  const { db, close } = await openDatabase(placeOf(empty.env));
  const { rows } = await sql<{
    setting: string;
  }>`select current_setting('synchronous_commit') as setting`.execute(db);
  expect(rows).toEqual([{ setting: asked }]);
  await close();
});

test('a file is flushed before it takes its name, and its folder after that', async () => {
  const file = join(home, 'x.hatstack');
  const probe = await open(join(home, 'probe'), 'w');
  const flushed = vi.spyOn(Object.getPrototypeOf(probe), 'sync').mockImplementation(async () => {
    seen.push([existsSync(file), readdirSync(home).some((name) => name.endsWith('.tmp'))]);
  });
  await probe.close();
  rmSync(join(home, 'probe'));
  const seen: (readonly [isNamed: boolean, isTemporary: boolean])[] = [];
  await writeSnapshotFile(file, madeUpSnapshot('x', 3));
  expect(seen).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(flushed).toHaveBeenCalledTimes(2);
});
