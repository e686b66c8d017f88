// Nothing lost: a scan is killed again and again, loses its database, or is made by two processes at once.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asAdministrator, BOTH, type EmptyPlace, emptyPostgres } from '@/lib/store/both.fixture';
import { placeOf } from '@/lib/store/place';
import { openStore } from '@/lib/store/store';
import { FACTS_PER_UNIT, madeUpAws, UNITS } from './made-up-aws.fixture';

const SCRIPT = join(process.cwd(), 'node_modules/.cache/scan-process.mjs');
let server: Server;
let endpoint = '';

beforeAll(async () => {
  ({ server, endpoint } = await madeUpAws());
  await build({
    entryPoints: ['lib/jobs/scan-process.fixture.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
});
afterAll(() => {
  server.close();
  rmSync(SCRIPT, { force: true });
});

/** So that a second process finds something left, also on a busy machine. */
const SLOW_MS = 300;
/** Of a process that another has to find at work, however long that one takes to start. */
const SLOWER_MS = 1500;

interface Run {
  readonly lines: string[];
  readonly kill: () => void;
  readonly ended: Promise<number | null>;
  /** Resolves when so many lines begin with the word, or the process has ended. */
  readonly says: (word: string, times?: number) => Promise<void>;
}

/** `delayMs`: how long a unit takes, in the mean. */
function scan(empty: EmptyPlace, delayMs = 30): Run {
  const child = spawn(process.execPath, [SCRIPT], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      ...empty.env,
      DELAY_MS: String(delayMs),
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const parts = `${rest}${chunk}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      hasEnded = true;
      resolve(code);
    }),
  );
  const count = (word: string) => lines.filter((line) => line.startsWith(word)).length;
  const says = async (word: string, times = 1) => {
    while (!hasEnded && count(word) < times) await wait(5);
  };
  return { lines, kill: () => child.kill('SIGKILL'), ended, says };
}

const told = (run: Run, word: string) =>
  run.lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

/** What must hold of a store whatever happened.
 *  @returns how many units are done; null where the scan was killed after its last commit and before it could say so */
async function checkStore(empty: EmptyPlace): Promise<number | null> {
  const store = await openStore(placeOf(empty.env));
  try {
    if ((await store.list()).length > 0) return null;
    const [row] = await store.unfinished();
    if (row === undefined) return 0;
    const { done, units } = await store.progress(row.id);
    expect(units).toBe(UNITS);
    // One fact was heard while planning.
    expect(await store.factsOf(row.id)).toHaveLength(1 + done * FACTS_PER_UNIT);
    return done;
  } finally {
    await store.close();
  }
}

async function checkComplete(empty: EmptyPlace): Promise<void> {
  const store = await openStore(placeOf(empty.env));
  const rows = await store.list();
  expect(rows).toHaveLength(1);
  expect((await store.read(rows[0]?.id ?? '')).facts).toHaveLength(1 + UNITS * FACTS_PER_UNIT);
  expect(await store.unfinished()).toEqual([]);
  await store.close();
}

describe.each(BOTH)('a scan into %s', (_, make) => {
  let empty: EmptyPlace;
  beforeEach(async () => {
    empty = await make();
  });
  afterEach(() => empty.remove());

  test('killed at any moment loses no unit that was kept, and reads none of them again', async () => {
    const kept = new Set<string>();
    let before = 0;
    for (let kills = 0; ; kills += 1) {
      const run = scan(empty);
      const isLast = kills >= 14;
      if (!isLast) {
        await run.says(kills % 4 === 0 ? 'started' : 'read');
        await wait(Math.random() * 120);
        run.kill();
      }
      const code = await run.ended;
      expect(told(run, 'problem')).toEqual([]);
      expect(told(run, 'read').filter((unit) => kept.has(unit))).toEqual([]);
      for (const unit of told(run, 'kept')) kept.add(unit);
      if (code === 0) break;
      const done = await checkStore(empty);
      if (done === null) break;
      expect(done).toBeGreaterThanOrEqual(Math.max(before, kept.size));
      before = done;
    }
    expect(kept.size).toBeGreaterThan(UNITS / 2);
    await checkComplete(empty);
  });

  test('made by two processes at once reads each unit once', async () => {
    const first = scan(empty, SLOWER_MS);
    await first.says('kept', 1);
    const second = scan(empty, SLOW_MS);
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
    expect(told(second, 'read').length).toBeGreaterThan(0);
    const read = [...told(first, 'read'), ...told(second, 'read')];
    expect(new Set(read).size).toBe(UNITS);
    expect(read).toHaveLength(UNITS);
    await checkComplete(empty);
  });

  test('of which one process dies is ended by the other', async () => {
    const first = scan(empty, SLOWER_MS);
    await first.says('kept', 1);
    const second = scan(empty, SLOW_MS);
    await second.says('kept', 1);
    first.kill();
    await first.ended;
    expect(await second.ended).toBe(0);
    await checkComplete(empty);
  });
});

test('a scan whose database connections are cut goes on by itself', async () => {
  const empty = await emptyPostgres();
  const run = scan(empty);
  const name = empty.env.DATABASE_URL?.split('/').at(-1);
  for (const kept of [3, 15, 30, 45]) {
    await run.says('kept', kept);
    await asAdministrator(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    );
  }
  expect(await run.ended).toBe(0);
  expect(told(run, 'problem')).toEqual([]);
  await checkComplete(empty);
  await empty.remove();
});

test('a database that is not there is one line', async () => {
  const empty = { env: { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' }, remove: async () => {} };
  const run = scan(empty);
  expect(await run.ended).toBe(2);
  expect(told(run, 'problem')).toEqual([
    'cannot use the store `postgres://u@127.0.0.1:1/x` (ECONNREFUSED): it cannot be reached, or the connection was lost: what was kept before is safe, and `hatstack scan --resume` goes on from there',
  ]);
});
