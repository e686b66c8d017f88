// What a store costs: bytes and milliseconds for snapshots of growing organisations, and for a second one that hardly differs.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Snapshot } from '../lib/snapshot/snapshot';
import { openDatabase } from '../lib/store/database';
import { readSnapshotFile, writeSnapshotFile } from '../lib/store/snapshot-file';
import { openStore } from '../lib/store/store';
import { organization } from './organization';

const PAGE = 4096;
const home = mkdtempSync(join(tmpdir(), 'hatstack-bench-'));
const file = join(home, 'hatstack.db');

/** What the tables take, without what of the journal is not folded in yet. */
async function bytes(): Promise<number> {
  const { db, close } = await openDatabase({ kind: 'sqlite', file });
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await close();
  return (rows[0]?.page_count ?? 0) * PAGE;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [ms: number, value: T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

const print = (...cells: readonly (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const mb = (value: number) => `${(value / 1e6).toFixed(1)} MB`;

async function measure(name: string, snapshot: Snapshot): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const store = await openStore({ kind: 'sqlite', file });
  const { facts } = snapshot;
  const json = facts.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
  const [write] = await timed(() => store.add(snapshot, 'bench'));
  await store.close();
  const once = await bytes();
  const again = await openStore({ kind: 'sqlite', file });
  const [second] = await timed(() => again.add({ ...snapshot, id: 'second' }, 'bench'));
  await again.close();
  const twice = await bytes();
  const opened = await openStore({ kind: 'sqlite', file });
  const [whole] = await timed(() => opened.read('second'));
  const accounts = snapshot.accounts.slice(0, 5);
  const [some, some5] = await timed(() => opened.factsOf('second', { accounts }));
  const [kinds, pipelines] = await timed(() => opened.factsOf('second', { kinds: ['pipeline'] }));
  const arns = facts.slice(0, 200).flatMap(({ arn }) => arn ?? []);
  const [byArn] = await timed(() => opened.factsOf('second', { arns }));
  const [gone] = await timed(() => opened.delete('second'));
  await opened.close();
  const exported = join(home, 'x.hatstack');
  const [out] = await timed(() => writeSnapshotFile(exported, snapshot));
  const [back] = await timed(() => readSnapshotFile(exported));
  print(
    name,
    facts.length,
    `${Math.round(json / facts.length)} B`,
    mb(once),
    `${Math.round(once / facts.length)} B`,
    mb(twice - once),
    `${Math.round((twice - once) / facts.length)} B`,
    mb(statSync(exported).size),
  );
  process.stderr.write(
    `${name}: write ${ms(write)}, again ${ms(second)}, read whole ${ms(whole)}, 5 accounts ${ms(some)} (${some5.length} facts), pipelines ${ms(kinds)} (${pipelines.length}), 200 ARNs ${ms(byArn)}, delete ${ms(gone)}, export ${ms(out)}, import ${ms(back)}\n`,
  );
}

try {
  print(
    'organisation',
    'facts',
    'JSON of a fact',
    'store',
    'of a fact',
    'a second snapshot',
    'of a fact',
    'file',
  );
  await measure('the example', await readSnapshotFile('public/samples/acme-retail.json'));
  for (const accounts of [10, 100, 1000]) {
    const size = { rolesPerAccount: 100, pipelines: accounts * 2, actionsPerPipeline: 10, regions: 4 };
    await measure(`${accounts} accounts`, organization({ accounts, ...size }));
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
