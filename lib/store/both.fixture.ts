// The two databases that a store may lie in, each empty: what is tested of one is tested of the other.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Environment } from './place';

export interface EmptyPlace {
  readonly env: Environment;
  readonly remove: () => Promise<void>;
}

/** Makes an empty place, and takes it away again. */
export const BOTH: readonly (readonly [name: string, make: () => Promise<EmptyPlace>])[] = [
  ['SQLite', emptySqlite],
  ['PostgreSQL', emptyPostgres],
];

/** A data folder of its own. */
export async function emptySqlite(): Promise<EmptyPlace> {
  const home = mkdtempSync(join(tmpdir(), 'hatstack-store-'));
  return {
    env: { HATSTACK_HOME: home },
    remove: async () => rmSync(home, { recursive: true, force: true }),
  };
}

/** A database of its own in the cluster that the tests share. */
export async function emptyPostgres(): Promise<EmptyPlace> {
  const name = `t${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name}`);
  const home = mkdtempSync(join(tmpdir(), 'hatstack-store-'));
  const url = inject('postgresUrl').replace(/[^/]*$/, name);
  return {
    env: { HATSTACK_HOME: home, DATABASE_URL: url },
    remove: async () => {
      await asAdministrator(`drop database ${name} with (force)`);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs one statement as the owner of the cluster. */
export async function asAdministrator(statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
