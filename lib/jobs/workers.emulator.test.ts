// Past one machine: three workers share a scan of the emulated AWS, and one of them is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { openDatabase } from '@/lib/store/database';
import { openStore } from '@/lib/store/store';
import { EXTERNAL_ID, REGIONS, ROLE_OF_HATSTACK } from '../../scripts/example/company';
import { type SeededExample, seedExample } from '../../scripts/example/seed';
import { startMoto } from '../../scripts/moto.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

const CLI = join(process.cwd(), 'node_modules/.cache/hatstack-workers.mjs');
let moto: Awaited<ReturnType<typeof startMoto>>;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let example: SeededExample;

beforeAll(async () => {
  [moto, postgres] = await Promise.all([startMoto(), startPostgres()]);
  example = await seedExample(moto.endpoint);
  await build({
    entryPoints: ['lib/cli/entry.ts'],
    outfile: CLI,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
});
afterAll(async () => {
  await moto?.stop();
  await postgres?.stop();
});

interface Run {
  readonly child: ChildProcess;
  readonly text: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

function hatstack(...args: string[]): Run {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH ?? '',
      DATABASE_URL: postgres.url,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ACCESS_KEY_ID: example.scanner.accessKeyId,
      AWS_SECRET_ACCESS_KEY: example.scanner.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.err += chunk;
  });
  return { child, text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const places = ({ text }: Run, word: string) =>
  text.err
    .split('\n')
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1));

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const withoutDates = (facts: readonly Fact[]) =>
  JSON.stringify(facts, (_, value) => (typeof value === 'string' && DATE.test(value) ? '' : value));

test('three workers read each account and region once, and what a killed one held', async () => {
  const workers = [hatstack('worker'), hatstack('worker'), hatstack('worker')] as const;
  const [victim] = workers;
  const scan = hatstack(
    ...['scan', '--by-workers', '--role-name', ROLE_OF_HATSTACK, '--external-id', EXTERNAL_ID],
    ...['--account', Object.values(example.accounts).join(','), '--region', ...REGIONS],
  );
  while (places(victim, 'taken').length < 2) {
    expect(victim.child.exitCode, victim.text.err).toBeNull();
    await wait(10);
  }
  victim.child.kill('SIGKILL');
  expect(await scan.ended, scan.text.err).toBe(0);
  for (const { child } of workers) child.kill('SIGINT');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([null, 0, 0]);

  expect(workers.flatMap((run) => places(run, 'failed'))).toEqual([]);
  const abandoned = new Set(places(victim, 'taken').filter((one) => !places(victim, 'done').includes(one)));
  expect(abandoned.size).toBeGreaterThan(0);
  const taken = workers.flatMap((run) => places(run, 'taken'));
  const twice = taken.filter((one, index) => taken.indexOf(one) !== index);
  expect(twice.filter((one) => !abandoned.has(one))).toEqual([]);
  for (const one of workers.slice(1)) expect(places(one, 'done').length).toBeGreaterThan(0);

  const place = { kind: 'postgres', url: postgres.url } as const;
  const store = await openStore(place);
  const [row] = await store.list();
  const { facts, gaps } = await store.read(row?.id ?? '');
  expect(gaps).toEqual([]);
  const bundled = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  expect(withoutDates(facts) === withoutDates(bundled.facts)).toBe(true);
  await store.close();

  const database = await openDatabase(place);
  const units = await database.db.selectFrom('units').selectAll().execute();
  await database.close();
  expect(new Set(units.map(({ state }) => state))).toEqual(new Set(['done']));
  for (const { phase, account, region, attempts } of units) {
    const isAbandoned = abandoned.has(`${row?.id} phase ${phase} ${account} ${region}`);
    expect(attempts).toBeLessThanOrEqual(isAbandoned ? 2 : 1);
  }
});
