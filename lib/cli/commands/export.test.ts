// hatstack export: every format as a file, what it refuses, and files without names.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exporters } from '@/lib/export/formats/index';
import { main } from '../main';

const folder = mkdtempSync(join(tmpdir(), 'hatstack-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OUTLINE = 'Outline: over-broad, accepted';
const PIPELINE = ['--pipeline', 'checkout-service'];

async function command(...args: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const code = await main(args, { out: say, err: say, env: {}, isTerminal: false });
  return { code, said: said.join('\n') };
}

const run = (...args: readonly string[]) => command('export', 'example', ...args);

it.each(exporters)('writes $label', async ({ id, extension }) => {
  const out = join(folder, `checkout.${extension}`);
  expect(await run(...PIPELINE, '--format', id, '--out', out)).toEqual({ code: 0, said: out });
  expect(readFileSync(out).length).toBeGreaterThan(500);
});

it('writes the path of one action by itself', async () => {
  const [whole, part] = [join(folder, 'whole.json'), join(folder, 'part.json')];
  const action = ['--action', 'Prod/Deploy-Prod-use2', '--format', 'json'];
  await run(...PIPELINE, ...action, '--out', whole);
  expect((await run(...PIPELINE, ...action, '--scope', 'path', '--out', part)).code).toBe(0);
  const nodes = (file: string): readonly { id: string }[] => JSON.parse(readFileSync(file, 'utf8')).nodes;
  expect(nodes(part).length).toBeLessThan(nodes(whole).length);
  expect(nodes(whole)).toEqual(expect.arrayContaining([...nodes(part)]));
});

it('writes a file without names, and the table that turns it back for its owner alone', async () => {
  const [out, mapping] = [join(folder, 'redacted.svg'), join(folder, 'names.json')];
  const { code } = await run(
    ...PIPELINE,
    '--redact',
    '--mapping',
    mapping,
    '--out',
    out,
    '--action',
    'Prod/Deploy-Prod-use2',
  );
  expect(code).toBe(0);
  const svg = readFileSync(out, 'utf8');
  expect(svg).not.toMatch(/checkout|acme|277321100181/);
  const { version, names } = JSON.parse(readFileSync(mapping, 'utf8'));
  expect(version).toBe(1);
  const [title = ''] = /pipeline-\d+(?=: broken)/.exec(svg) ?? [];
  expect(names[title]).toBe('checkout-service');
  expect(statSync(mapping).mode & 0o077).toBe(0);
});

it('draws what somebody answers for as an outline, in every drawing', async () => {
  const accepted = join(folder, 'accepted.yaml');
  const { findings } = JSON.parse((await command('check', 'example', '--format', 'json')).said);
  const entries = findings.map(
    ({ id }: { id: string }) =>
      `  - finding: ${JSON.stringify(id)}\n    reason: until May\n    author: Ada\n    expires: 2999-12-31\n`,
  );
  writeFileSync(accepted, `accepted:\n${entries.join('')}`);
  const broad = ['--pipeline', 'billing-batch'];
  for (const args of [broad, [...broad, '--drawing', 'accounts'], []]) {
    const [open, outlined] = [join(folder, 'open.svg'), join(folder, 'outlined.svg')];
    await run(...args, '--out', open);
    expect((await run(...args, '--accepted', accepted, '--out', outlined)).code).toBe(0);
    expect([open, outlined].map((file) => readFileSync(file, 'utf8').includes(OUTLINE))).toEqual([
      false,
      true,
    ]);
  }
  const redacted = join(folder, 'outlined-redacted.svg');
  await run(...broad, '--accepted', accepted, '--redact', '--out', redacted);
  expect(readFileSync(redacted, 'utf8').includes(OUTLINE)).toBe(true);
});

it('draws who reaches whom where no pipeline is named', async () => {
  const out = join(folder, 'map.svg');
  expect((await run('--out', out)).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toMatch(/<title[^>]*>Who reaches whom<\/title>/);
});

it('says which signs have no font, where pixels are made', async () => {
  const file = join(folder, 'thai.json');
  writeFileSync(
    file,
    readFileSync('public/samples/acme-retail.json', 'utf8').replaceAll('acme-prod', '\u0e01\u0e32 角色'),
  );
  const args = ['export', file, ...PIPELINE, '--out', join(folder, 'thai')];
  expect((await command(...args, '--format', 'png', '--scale', '0.5')).said).toContain(
    '2 signs have no font here',
  );
  expect((await command(...args, '--format', 'svg')).said).toBe(join(folder, 'thai'));
});

it('draws the blast radius on the map of accounts, and under pseudonyms says no name', async () => {
  const [from, to, hidden] = ['from.svg', 'to.svg', 'hidden.svg'].map((name) => join(folder, name));
  if (from === undefined || to === undefined || hidden === undefined) throw new Error('no files');
  const hat = 'arn:aws:iam::277321100181:role/gitlab-runner';
  expect((await run('--from', 'acme-tools', '--out', from)).code).toBe(0);
  expect(readFileSync(from, 'utf8')).toMatch(/<title[^>]*>What is reached from acme-tools<\/title>/);
  expect((await run('--to', hat, '--out', to)).code).toBe(0);
  expect(readFileSync(to, 'utf8')).toMatch(/<title[^>]*>Who gets to acme-tools\/gitlab-runner<\/title>/);
  expect((await run('--to', hat, '--redact', '--out', hidden)).code).toBe(0);
  const text = readFileSync(hidden, 'utf8');
  expect(text).toMatch(/<title[^>]*>Who gets to account-\d+\/role-\d+<\/title>/);
  expect(text).not.toMatch(/acme|277321100181|gitlab-runner/);
});

it('writes the security review as html, the same as report does', async () => {
  const [out, same, mapping] = [join(folder, 'a.html'), join(folder, 'b.html'), join(folder, 'review.json')];
  const args = [...PIPELINE, '--redact'];
  expect((await run(...args, '--format', 'html', '--mapping', mapping, '--out', out)).code).toBe(0);
  await command('report', 'example', ...args, '--out', same);
  expect(readFileSync(out)).toEqual(readFileSync(same));
  expect(JSON.parse(readFileSync(mapping, 'utf8')).names['account-1']).toMatch(/^acme-/);
});

it.each([
  { args: PIPELINE, says: 'export needs --out FILE' },
  { args: ['--out', 'x', '--action', 'Prod/Deploy-Prod-use2'], says: '--action needs --pipeline NAME' },
  { args: ['--out', 'x', '--drawing', 'stack'], says: '--drawing stack needs --pipeline NAME' },
  { args: ['--out', 'x', '--group', 'group hubs'], says: 'no group `group hubs` in this map' },
  {
    args: ['--out', 'x', '--from', 'nobody'],
    says: 'holds no role, user, account or identity provider nobody',
  },
  { args: [...PIPELINE, '--out', 'x', '--to', 'acme-prod'], says: '--to does not go with --pipeline' },
  { args: ['--out', 'x', '--from', 'acme-dev', '--to', 'acme-prod'], says: '--from does not go with --to' },
  { args: ['--out', 'x', '--before', 'example'], says: '--before needs --pipeline NAME' },
  { args: ['--out', 'x', '--format', 'html', '--theme', 'dark'], says: 'it does not go with --theme' },
  { args: [...PIPELINE, '--out', 'x', '--format', 'gif'], says: '--format is one of svg, png, pdf' },
  { args: [...PIPELINE, '--out', 'x', '--page', 'b5'], says: 'choose fit, a4' },
  { args: [...PIPELINE, '--out', 'x', '--scale', '0'], says: 'a scale is a number above 0' },
  { args: [...PIPELINE, '--out', 'x', '--theme', 'sepia'], says: 'choose light or dark' },
  { args: [...PIPELINE, '--out', 'x', '--scope', 'path'], says: '--scope path needs --action' },
  { args: [...PIPELINE, '--out', 'x', '--mapping', 'y'], says: 'it needs --redact' },
])('says what is wrong: $says', async ({ args, says }) => {
  const { code, said } = await run(...args);
  expect(code).toBe(2);
  expect(said).toContain(says);
});
