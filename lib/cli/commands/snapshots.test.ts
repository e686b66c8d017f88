import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { main } from '../main';

const EXAMPLE = 'public/samples/acme-retail.json';
let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-snapshots-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function snapshots(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const env = { HATSTACK_HOME: home };
  const code = await main(['snapshots', ...words], { ...io, env, isTerminal: false });
  return { code, out, err };
}

test('an empty store lists nothing, and makes nothing', async () => {
  expect(await snapshots()).toEqual({ code: 0, out: [], err: [] });
});

test('a file is taken in, named, pinned, written out again and thrown away', async () => {
  expect(await snapshots('import', EXAMPLE)).toEqual({ code: 0, out: ['snapshot acme-retail'], err: [] });
  await snapshots('rename', 'acme-retail', 'before the move');
  await snapshots('pin', 'acme-retail');
  expect((await snapshots()).out).toEqual([
    expect.stringMatching(/^acme-retail {2}4 accounts, 3 regions, \d+ facts {2}pinned {2}before the move$/),
  ]);
  const file = join(home, 'out.hatstack');
  expect((await snapshots('export', 'acme-retail', file)).out).toEqual([`file ${file}`]);
  const [there, back] = [await readSnapshotFile(EXAMPLE), await readSnapshotFile(file)];
  expect(back).toEqual(there);
  expect((await snapshots('delete', 'acme-retail')).code).toBe(0);
  expect((await snapshots()).out).toEqual([]);
});

test('what cannot be done is one line', async () => {
  for (const [words, line] of [
    [['burn'], 'hatstack snapshots: there is no `burn`: choose import, export, rename, pin, unpin, delete'],
    [['toString'], 'hatstack snapshots: there is no `toString`: choose'],
    [['pin'], 'hatstack snapshots: `pin` takes one word after it'],
    [['delete', 'x'], 'hatstack snapshots: there is no snapshot `x` in the store'],
    [['import', 'package.json'], 'hatstack snapshots: cannot read `package.json`: it is not a snapshot'],
  ] as const) {
    const { code, out, err } = await snapshots(...words);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).toContain(line);
  }
});
