import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeUpSnapshot } from './snapshot.fixture';
import { checkWritable, readSnapshotFile, writeSnapshotFile } from './snapshot-file';
import { openSnapshotStore } from './snapshot-store';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-store-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = () => openSnapshotStore({ HATSTACK_HOME: home });

test('what was written is read back by id, by file and as latest', async () => {
  const store = open();
  await store.write(madeUpSnapshot('2026-11-23T00-00-00Z-aaaa'));
  const later = madeUpSnapshot('2026-11-24T00-00-00Z-bbbb', 3);
  const file = await store.write(later);
  expect(await store.read(later.id)).toEqual(later);
  expect(await store.read(file)).toEqual(later);
  expect(await store.read('latest')).toEqual(later);
  expect((await store.list()).map(({ id }) => id)).toEqual([
    '2026-11-24T00-00-00Z-bbbb',
    '2026-11-23T00-00-00Z-aaaa',
  ]);
});

test('a plain JSON file is read too, and written readable', async () => {
  const file = join(home, 'deep', 'er', 'plain.json');
  await writeSnapshotFile(file, madeUpSnapshot('plain'));
  expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(5);
  expect(await readSnapshotFile(file)).toEqual(madeUpSnapshot('plain'));
});

test('an empty store says how to fill it', async () => {
  await expect(open().read('latest')).rejects.toThrow('there is no snapshot in');
  expect(await open().list()).toEqual([]);
});

test('a name that is neither id nor file says what can be given', async () => {
  await expect(open().read('yesterday')).rejects.toThrow(
    'no snapshot in `yesterday`: there is no such file; give a snapshot file, an id or `latest`',
  );
});

test('a cut-off file is told by name, and the others stay', async () => {
  const store = open();
  const kept = madeUpSnapshot('2026-11-23T00-00-00Z-aaaa');
  await store.write(kept);
  const file = await store.write(madeUpSnapshot('2026-11-24T00-00-00Z-bbbb', 50));
  truncateSync(file, statSync(file).size - 10);
  await expect(store.read('latest')).rejects.toThrow(`\`${file}\` is cut off or damaged`);
  expect(await store.read(kept.id)).toEqual(kept);
});

test('one changed byte is noticed', async () => {
  const file = await open().write(madeUpSnapshot('x', 50));
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await expect(readSnapshotFile(file)).rejects.toThrow('is cut off or damaged');
});

test('JSON of another kind is told apart from damage', async () => {
  const file = join(home, 'package.json');
  writeFileSync(file, '{"name":"x"}');
  await expect(readSnapshotFile(file)).rejects.toThrow(`cannot read \`${file}\`: it is not a snapshot`);
});

test('a folder in the place of the file is one clear line', async () => {
  await expect(writeSnapshotFile(home, madeUpSnapshot('x'))).rejects.toThrow(
    `cannot write the snapshot to \`${home}\``,
  );
  expect(
    readdirSync(join(home, '..')).filter((name) => name.endsWith('.tmp') && name.includes('hatstack-store')),
  ).toEqual([]);
});

test('a place where nothing can be written is told beforehand, and a good one is left clean', async () => {
  writeFileSync(join(home, 'a-file'), '');
  const blocked = openSnapshotStore({ HATSTACK_HOME: join(home, 'a-file') });
  await expect(blocked.checkWritable()).rejects.toThrow('cannot write the snapshot to');
  await expect(checkWritable(home)).rejects.toThrow('(EISDIR)');
  await open().checkWritable();
  expect(readdirSync(join(home, 'snapshots'))).toEqual([]);
});

test('many writers at once all get their snapshot kept', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `2026-11-24T00-00-${10 + index}Z-cccc`);
  await Promise.all(ids.map((id) => open().write(madeUpSnapshot(id, 100))));
  expect((await open().list()).map(({ id }) => id)).toEqual(ids.toReversed());
  for (const id of ids) expect((await open().read(id)).id).toBe(id);
});

test('a writer that is killed leaves whole snapshots only', { timeout: 60_000 }, async () => {
  for (const delayMs of [0, 3, 11, 23, 41]) await writeAndKill(delayMs);
  const stored = await open().list();
  expect(stored.length).toBeGreaterThanOrEqual(5);
  for (const { id } of stored) expect((await open().read(id)).facts).toHaveLength(3000);
});

/** Kills the writer some time after its first snapshot is there: in the middle of the next one. */
async function writeAndKill(delayMs: number): Promise<void> {
  const script = new URL('./write-for-ever.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, HATSTACK_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill('SIGKILL');
  await gone;
}

test('the folder follows HATSTACK_HOME, then XDG_DATA_HOME, then the home folder', () => {
  expect(openSnapshotStore({ HATSTACK_HOME: '/h', XDG_DATA_HOME: '/x' }).folder).toBe('/h/snapshots');
  expect(openSnapshotStore({ XDG_DATA_HOME: '/x', HOME: '/u' }).folder).toBe('/x/hatstack/snapshots');
  expect(openSnapshotStore({ HOME: '/u' }).folder).toBe('/u/.local/share/hatstack/snapshots');
});
