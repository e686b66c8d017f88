// Two snapshots on the command line: what is printed, in every format, and how it ends.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEV, HUB, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { main } from '../main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-diff-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function fileOf(name: string, snapshot: Snapshot): string {
  const file = join(home, name);
  writeFileSync(file, JSON.stringify(snapshot));
  return file;
}

const KEY = `arn:aws:kms:us-east-2:${HUB}:key/artifacts-us-east-2`;
const gap = {
  source: 'kms:GetKeyPolicy',
  permission: 'kms:GetKeyPolicy',
  account: HUB,
  region: 'us-east-2',
  scope: KEY,
  cause: 'denied',
  code: 'AccessDenied',
} as const;
const working = fileOf('working.json', snapshotOf(workingPipeline()));
const broken = fileOf('broken.json', snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE] })));
const unread = fileOf(
  'unread.json',
  snapshotOf(workingPipeline({ without: ({ kind, arn }) => kind === 'key-policy' && arn === KEY }), {
    gaps: [gap],
  }),
);
const nasty = '<b>|`@here';
const more = fileOf(
  'more.json',
  snapshotOf(workingPipeline({ extra: [role(DEV, nasty, trust({ Service: 'ec2.amazonaws.com' }))] })),
);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['diff', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { HATSTACK_HOME: home },
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('hatstack diff', () => {
  it('ends with 0 where nothing differs', async () => {
    const { code, out } = await run(working, working);
    expect(code).toBe(0);
    expect(out).toContain('nothing differs');
  });

  it('ends with 1 and says what turned, what turned it, and the lines that differ', async () => {
    const { code, out } = await run(working, broken);
    expect(code).toBe(1);
    expect(out).toContain('shop (111111111111, us-east-1): works → broken');
    expect(out).toContain('  Prod/Deploy-Prod: works → broken');
    expect(out).toContain(
      'because of the key policy of artifacts-us-east-2 in 111111111111 (changed), which alone turns it',
    );
    expect(out).toContain('arn:aws:iam::333333333333:role/deploy');
    expect(out).toContain('1 pipeline differs: 1 worse; 1 document or thing differs');
  });

  it('ends with 3 where only the reading differs, and calls nothing removed', async () => {
    const { code, out } = await run(working, unread);
    expect(code).toBe(3);
    expect(out).toContain('key policy of artifacts-us-east-2 in 111111111111: no longer known');
    expect(out).toContain('not read: kms:GetKeyPolicy');
    expect(out).not.toContain('removed');
  });

  it('ends with 3 where both are the same, but calls were not answered', async () => {
    expect((await run(unread, unread)).code).toBe(3);
  });

  it.each([
    [['one.json'], 'diff takes two snapshots'],
    [[working, broken, '--format', 'yaml'], '--format is text, json, markdown'],
    [[working, broken, '--pipeline', 'nobody'], 'no pipeline `nobody`'],
    [[working, 'missing.json'], 'missing.json'],
  ])('ends with 2 and one line: %j', async (args, line) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(line);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('tells of one pipeline only what turned it', async () => {
    const both = fileOf(
      'both.json',
      snapshotOf(
        workingPipeline({
          use2KeyUsers: [DEV_ROLE],
          extra: [role(DEV, 'new', trust({ Service: 'ec2.amazonaws.com' }))],
        }),
      ),
    );
    const { out } = await run(working, both, '--pipeline', 'shop');
    expect(out).toContain('key policy of artifacts-us-east-2');
    expect(out).not.toContain('role new');
  });

  it('is data with --format json', async () => {
    const report = JSON.parse((await run(working, broken, '--format', 'json')).out);
    expect(report).toMatchObject({
      version: 1,
      same: false,
      differs: true,
      pipelines: [{ name: 'shop', account: HUB, region: 'us-east-1', change: 'changed', direction: 'worse' }],
      changes: [{ id: `key ${KEY} policy`, change: 'changed', account: HUB, turns: { pipelines: ['shop'] } }],
    });
    const documented = readFileSync('docs/diff-report.md', 'utf8');
    for (const name of Object.keys(report))
      expect(documented).toMatch(new RegExp(`^(?:.*, )?${name}\\b`, 'm'));
  });

  it('is Markdown that no name breaks, in a file', async () => {
    const file = join(home, 'diff.md');
    const { code, out } = await run(working, more, '--format', 'markdown', '--out', file);
    expect([code, out]).toEqual([1, file]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# What changed');
    expect(text).toContain('role \\<b\\>\\|\\`&#64;here');
  });

  it('shows documents as diffs in Markdown', async () => {
    const { out } = await run(working, broken, '--format', 'markdown');
    expect(out).toContain('```diff');
    expect(out).toContain('| shop | 111111111111 | Prod/Deploy-Prod | works → broken |');
  });
});

describe('hatstack export --before', () => {
  async function drawn(...args: string[]) {
    const err: string[] = [];
    const code = await main(['export', ...args], {
      out: () => undefined,
      err: (line) => err.push(line),
      env: { HATSTACK_HOME: home },
      isTerminal: false,
    });
    return { code, err: err.join('\n') };
  }
  const file = join(home, 'both.svg');

  it('draws both snapshots in one graph', async () => {
    expect(await drawn(broken, '--before', working, '--pipeline', 'shop', '--out', file)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(file, 'utf8')).toContain('works → broken');
  });

  it('does not go with what is of one snapshot', async () => {
    const { code, err } = await drawn(
      ...[broken, '--before', working, '--pipeline', 'shop', '--out', file, '--action', 'Prod/Deploy-Prod'],
    );
    expect([code, err]).toEqual([2, 'hatstack export: --before does not go with --action']);
  });
});
