import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { snapshotChecksum } from '@/lib/store/snapshot-lines';
import { streamOf } from '@/lib/store/snapshot-stream';
import { main } from '../main';

const folder = mkdtempSync(join(tmpdir(), 'hatstack-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const code = await main(['report', ...args], { out: say, err: say, env: {}, isTerminal: false });
  return { code, said: said.join('\n') };
}

it('writes the review of the example with the checksum of its snapshot', async () => {
  const out = join(folder, 'review.html');
  expect(await run('example', '--out', out)).toEqual({ code: 0, said: out });
  const snapshot = await readSnapshotFile('public/samples/acme-retail.json');
  const html = readFileSync(out, 'utf8');
  expect(html).toContain(await snapshotChecksum(streamOf(snapshot)));
  expect(html).toContain('Security review of 8 pipelines');
});

it('writes a PDF where the name ends so', async () => {
  const out = join(folder, 'review.pdf');
  expect(await run('example', '--out', out, '--pipeline', 'checkout-service')).toEqual({
    code: 0,
    said: out,
  });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
});

it.each([
  { args: ['example', '--out', 'x', '--format', 'doc'], says: '--format is html or pdf, not `doc`' },
  { args: ['example'], says: 'report needs --out FILE' },
  { args: ['example', '--out', 'x.html', '--pipeline', 'nope'], says: 'no pipeline `nope`' },
  { args: ['example', '--out', join(folder, 'no', 'x.html')], says: 'see that the folder exists' },
])('says what is wrong: $says', async ({ args, says }) => {
  const { code, said } = await run(...args);
  expect(code).toBe(2);
  expect(said).toContain(says);
});
