import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keyArn, snapshotOf } from '@/lib/model/snapshot.fixture';
import { madeFrom, whatIfJson } from '@/lib/model/what-if';
import { DEV_ROLE, keyPolicy, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { main } from './main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-what-if-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function fileOf(name: string, value: unknown): string {
  const file = join(home, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const snapshot = fileOf('broken.json', snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE] })));
const edit = {
  place: { kind: 'key', key: keyArn('us-east-2') },
  madeFrom: madeFrom(keyPolicy([DEV_ROLE])),
  document: keyPolicy([DEV_ROLE, PROD_ROLE]),
} as const;
const whatIf = fileOf('what-if.json', whatIfJson({ snapshot: 's', edits: [edit] }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { HATSTACK_HOME: home },
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('--what-if', () => {
  it('judges as if the policy said what the file says, and says that nothing was changed', async () => {
    expect((await run('check', snapshot)).code).toBe(1);
    const would = await run('check', snapshot, '--what-if', whatIf);
    expect(would.code).toBe(0);
    expect(would.out).toContain('shop (111111111111, us-east-1): works');
    expect(would.err).toBe('what would be, had 1 policy been changed; nothing was changed in AWS');
  });

  it('explains an action, and draws it, as it would be', async () => {
    const action = ['--pipeline', 'shop', '--action', 'Prod/Deploy-Prod', '--what-if', whatIf];
    const explained = await run('explain', snapshot, ...action);
    expect(explained.code).toBe(0);
    const out = join(home, 'would.svg');
    expect((await run('export', snapshot, ...action, '--out', out)).code).toBe(0);
    const asIs = join(home, 'is.svg');
    await run('export', snapshot, ...action.slice(0, 4), '--out', asIs);
    expect(readFileSync(asIs, 'utf8')).toContain('data-state="broken"');
    expect(readFileSync(out, 'utf8')).not.toContain('data-state="broken"');
  });

  it('tells an edit that was made from another text, one that has no place here, and one that is made already', async () => {
    const marked = (changes: object) =>
      fileOf('other.json', whatIfJson({ snapshot: 's', edits: [{ ...edit, ...changes }] }));
    expect(
      (await run('check', snapshot, '--what-if', marked({ madeFrom: '0000000000000000' }))).err,
    ).toContain('mind: the key policy of artifacts-us-east-2 has changed since it was edited');
    const elsewhere = marked({ place: { kind: 'bucket', bucket: 'arn:aws:s3:::nowhere' } });
    expect((await run('check', snapshot, '--what-if', elsewhere)).err).toContain(
      'mind: this snapshot has no bucket policy of nowhere: that edit changes nothing',
    );
    const done = marked({ document: keyPolicy([DEV_ROLE]) });
    expect((await run('check', snapshot, '--what-if', done)).err).toContain(
      'says already what the edit says',
    );
  });

  it('ends with 2 and one line for a file that is missing or wrong', async () => {
    const missing = await run('check', snapshot, '--what-if', join(home, 'none.json'));
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toMatch(
      /cannot read `.*none\.json` \(ENOENT\): --what-if takes the file of a what-if/,
    );
    const wrong = await run('check', snapshot, '--what-if', fileOf('wrong.json', '{ "kind": }'));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('line 1, column 11: `}` stands where a value must');
  });
});

describe('hatstack diff --what-if', () => {
  it('tells what the edits would turn, and which of them', async () => {
    const { code, out } = await run('diff', snapshot, snapshot, '--what-if', whatIf);
    expect(code).toBe(1);
    expect(out).toContain('Prod/Deploy-Prod: broken → works');
    expect(out).toContain('because of the key policy of artifacts-us-east-2 in 111111111111 (changed)');
  });
});
