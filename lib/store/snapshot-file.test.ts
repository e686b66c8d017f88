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
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeUpSnapshot } from './snapshot.fixture';
import { checkWritable, readSnapshotFile, writeSnapshotFile } from './snapshot-file';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-file-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('what was written is read back, plain and compressed', async () => {
  const snapshot = madeUpSnapshot('x', 30);
  for (const name of ['deep/er/plain.json', 'packed.json.gz', 'packed.hatstack']) {
    await writeSnapshotFile(join(home, name), snapshot);
    expect(await readSnapshotFile(join(home, name))).toEqual(snapshot);
  }
  expect(readFileSync(join(home, 'deep/er/plain.json'), 'utf8').split('\n').length).toBeGreaterThan(5);
  expect(statSync(join(home, 'packed.hatstack')).mode & 0o777).toBe(0o600);
});

test('a compressed file has a version and a checksum', async () => {
  const file = join(home, 'x.hatstack');
  await writeSnapshotFile(file, madeUpSnapshot('x', 2));
  const lines = gunzipSync(readFileSync(file))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ hatstack: 'snapshot', version: 2, id: 'x' });
  expect(lines.at(-1)).toEqual({
    end: { facts: 2, gaps: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('a compressed file of the first version is still read', async () => {
  const file = join(home, 'old.json.gz');
  writeFileSync(file, gzipSync(JSON.stringify(madeUpSnapshot('old', 3))));
  expect(await readSnapshotFile(file)).toEqual(madeUpSnapshot('old', 3));
});

test('what was changed or cut inside a well-made archive is noticed', async () => {
  const file = join(home, 'x.hatstack');
  await writeSnapshotFile(file, madeUpSnapshot('x', 20));
  const text = gunzipSync(readFileSync(file)).toString();
  const lines = text.trimEnd().split('\n');
  const changed = [
    text.replace('role-7', 'role-8'),
    lines.slice(0, -1).join('\n'),
    [...lines.slice(0, 5), ...lines.slice(6)].join('\n'),
    `${text}{"fact":{}}\n`,
    lines.slice(0, 1).join('\n'),
  ];
  for (const one of changed) {
    writeFileSync(file, gzipSync(one));
    await expect(readSnapshotFile(file)).rejects.toThrow(`\`${file}\` is cut off or damaged`);
  }
});

test('a file of a version that comes later says that a newer hatstack is needed', async () => {
  const file = join(home, 'x.hatstack');
  writeFileSync(file, gzipSync('{"hatstack":"snapshot","version":3,"id":"x"}\n'));
  await expect(readSnapshotFile(file)).rejects.toThrow('use a newer hatstack to read it');
});

test('a name that is no file says what can be given', async () => {
  await expect(readSnapshotFile('yesterday')).rejects.toThrow(
    'no snapshot in `yesterday`: there is no such file; give a snapshot file, an id or `latest`',
  );
});

test('a cut-off file is told by name', async () => {
  const file = join(home, 'x.json.gz');
  await writeSnapshotFile(file, madeUpSnapshot('x', 50));
  truncateSync(file, statSync(file).size - 10);
  await expect(readSnapshotFile(file)).rejects.toThrow(`\`${file}\` is cut off or damaged`);
});

test('one changed byte is noticed', async () => {
  const file = join(home, 'x.json.gz');
  await writeSnapshotFile(file, madeUpSnapshot('x', 50));
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
  await expect(checkWritable(join(home, 'a-file', 'x.json'))).rejects.toThrow('cannot write the snapshot to');
  await expect(checkWritable(home)).rejects.toThrow('(EISDIR)');
  await checkWritable(join(home, 'x.json'));
  expect(readdirSync(home)).toEqual(['a-file']);
});

test('a line without an end is damage, and is not waited for', async () => {
  const file = join(home, 'endless.gz');
  writeFileSync(file, gzipSync(`{"hatstack":"snapshot","x":"${'a'.repeat(70 * 1024 * 1024)}`, { level: 1 }));
  await expect(readSnapshotFile(file)).rejects.toThrow(`\`${file}\` is cut off or damaged`);
});
