// A shared scan ends, whatever a worker cannot read: a unit that always fails is a gap, a place that nobody can open is a problem.
import type { Server } from 'node:http';
import type { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { UndeclaredCall } from '@/lib/scan/collector';
import type { ScanOptions } from '@/lib/scan/scan-request';
import { type EmptyPlace, emptyPostgres } from '@/lib/store/both.fixture';
import { placeOf } from '@/lib/store/place';
import { openStore, type Store } from '@/lib/store/store';
import { toKept } from './kept-request';
import { FACTS_PER_UNIT, madeUpAws, madeUpCollectors, REGIONS, REQUEST, UNITS } from './made-up-aws.fixture';
import { openQueue } from './scan-queue';
import { shareScan } from './shared-scan';
import { work } from './worker';

let server: Server;
beforeAll(async () => {
  const aws = await madeUpAws();
  server = aws.server;
  vi.stubEnv('AWS_ENDPOINT_URL', aws.endpoint);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

let empty: EmptyPlace;
let store: Store;
let boss: PgBoss;
beforeEach(async () => {
  empty = await emptyPostgres();
  store = await openStore(placeOf(empty.env));
  boss = await openQueue(store.place);
});
afterEach(async () => {
  await boss.stop({ graceful: false });
  await store.close();
  await empty.remove();
});

const BEGUN = {
  id: 'shared',
  takenAt: '2026-11-24T04:06:00.000Z',
  toolVersion: '0.1.0',
  request: toKept(REQUEST),
};
const WATCHING = { lookMs: 50, publishAgainMs: 2000, stuckAfterMs: 5000 };
const BROKEN = 'service-1-2';

/** Scans, with a worker in this process whose collectors are these. */
async function scanWith(
  collectors: NonNullable<ScanOptions['collectors']>,
  { workerStore = store, profile }: { readonly workerStore?: Store; readonly profile?: string } = {},
) {
  const stop = new AbortController();
  const options = { env: process.env, now: () => new Date(), collectors } as const;
  const failures: string[] = [];
  const working = work(boss, workerStore, {
    ...options,
    profile,
    concurrency: 3,
    onPlace: (_, outcome) => {
      if (outcome instanceof Error) failures.push(outcome.message);
    },
    signal: stop.signal,
  });
  try {
    await shareScan(store, BEGUN, REQUEST, options, WATCHING);
  } finally {
    stop.abort();
    await working;
  }
  return failures;
}

test('a unit that always fails is told as a gap, and everything else is read', async () => {
  const collectors = madeUpCollectors(1, () => {}).map((one) =>
    one.service === BROKEN
      ? {
          ...one,
          collect: async () => {
            throw new UndeclaredCall('service-1-2:Write');
          },
        }
      : one,
  );
  const failures = await scanWith(collectors);
  expect(failures.length).toBeGreaterThanOrEqual(REGIONS.length);
  const { facts, gaps } = await store.read('shared');
  expect(gaps.map(({ source, region, cause, code }) => [source, region, cause, code])).toEqual(
    REGIONS.map((region) => [`${BROKEN}:List`, region, 'failed', 'UndeclaredCall']),
  );
  expect(facts).toHaveLength(1 + (UNITS - REGIONS.length) * FACTS_PER_UNIT);
});

test('a unit under which worker after worker died is not tried again', async () => {
  const read: string[] = [];
  const seize: Store['seize'] = async (...place) =>
    (await store.seize(...place)).map((unit) =>
      unit.collector === BROKEN ? { ...unit, attempts: 6 } : unit,
    );
  const collectors = madeUpCollectors(1, (unit) => read.push(unit));
  expect(await scanWith(collectors, { workerStore: { ...store, seize } })).toEqual([]);
  const { gaps } = await store.read('shared');
  expect(gaps.map(({ source, region, code }) => [source, region, code])).toEqual(
    REGIONS.map((region) => [`${BROKEN}:List`, region, 'WorkerDied']),
  );
  expect(read.filter((unit) => unit.startsWith(BROKEN))).toEqual([]);
});

test('a scan that no worker can open ends with the reason, and can be gone on with', async () => {
  const blind = { profile: 'not-there' };
  await expect(
    scanWith(
      madeUpCollectors(1, () => {}),
      blind,
    ),
  ).rejects.toThrow(/^no worker can read \d{12} in [a-z0-9-]+: .*not-there.* goes on$/);
  expect((await store.unfinished()).map(({ id }) => id)).toEqual(['shared']);
});
