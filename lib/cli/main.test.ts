import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { snapshotOf } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { COMMANDS } from './commands/index';
import { main } from './main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function fileOf(name: string, snapshot: unknown): string {
  const file = join(home, name);
  writeFileSync(file, JSON.stringify(snapshot));
  return file;
}

const working = fileOf('working.json', snapshotOf(workingPipeline()));
const broken = fileOf('broken.json', snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE] })));
const gap = {
  source: 'kms:ListGrants',
  permission: 'kms:ListGrants',
  account: '111111111111',
  region: 'us-east-1',
  scope: null,
  cause: 'denied',
  code: 'AccessDenied',
} as const;
const gappy = fileOf('gappy.json', snapshotOf(workingPipeline(), { gaps: [gap] }));

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

describe('hatstack check', () => {
  it('ends with 0 and one line for a pipeline in which everything works', async () => {
    const { code, out } = await run('check', working);
    expect(code).toBe(0);
    expect(out).toContain('shop (111111111111, us-east-1): works');
  });

  it('ends with 1 and says what is broken', async () => {
    const { code, out } = await run('check', broken);
    expect(code).toBe(1);
    expect(out).toContain(
      'Prod/Deploy-Prod: broken. 333333333333’s action role `deploy` cannot decrypt with `artifacts-us-east-2`',
    );
  });

  it('ends with 3 when it is clean as far as it goes', async () => {
    const { code, out } = await run('check', gappy);
    expect(code).toBe(3);
    expect(out).toContain(
      'not read: kms:ListGrants was refused in 111111111111, us-east-1: allow kms:ListGrants',
    );
  });

  it('lets --fail-on name other states', async () => {
    expect((await run('check', broken, '--fail-on', 'unknown')).code).toBe(0);
    expect(await run('check', broken, '--fail-on', 'nonsense')).toMatchObject({
      code: 2,
      err: 'hatstack check: --fail-on takes broken, over-broad, unknown, depends, critical, high, medium, low, info, not `nonsense`',
    });
  });

  it('prints the documented JSON', async () => {
    const { out } = await run('check', broken, '--format', 'json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, snapshot: { id: 'test' }, gaps: [] });
    const found = report.findings.map(({ rule, severity }: { rule: string; severity: string }) => [
      rule,
      severity,
    ]);
    expect(found).toEqual([['hub-reaches-dev-and-prod', 'info']]);
    const action = report.pipelines[0].actions.find(
      (one: { action: string }) => one.action === 'Deploy-Prod',
    );
    expect(action).toMatchObject({
      state: 'broken',
      atFault: 'resource-policy',
      account: '333333333333',
      region: 'us-east-2',
    });
    const denied = action.hops
      .flatMap((hop: { needs: object[] }) => hop.needs)
      .find((need: { verdict: string; essential: boolean }) => need.verdict === 'denied' && need.essential);
    expect(denied).toMatchObject({
      action: 'kms:Decrypt',
      by: 'resource',
      principal: 'arn:aws:iam::333333333333:role/deploy',
    });
  });

  it('judges only the pipeline that --pipeline names, and says which there are', async () => {
    expect((await run('check', broken, '--pipeline', 'shop')).code).toBe(1);
    expect(await run('check', broken, '--pipeline', 'shoe')).toMatchObject({
      code: 2,
      err: 'hatstack check: no pipeline `shoe` in snapshot test: it has shop',
    });
  });
});

describe('hatstack explain', () => {
  it('prints the answer, the hops, the statement and the change', async () => {
    const { code, out } = await run('explain', broken, '--pipeline', 'shop', '--action', 'Deploy-Prod');
    expect(code).toBe(1);
    expect(out).toContain('5. Decrypts with `artifacts-us-east-2` in 111111111111, us-east-2: broken');
    expect(out).toContain('What to change');
    expect(out).toContain('"arn:aws:iam::333333333333:role/deploy"');
  });

  it('says which actions there are when the named one is not', async () => {
    const { code, err } = await run('explain', broken, '--pipeline', 'shop', '--action', 'Deploy');
    expect(code).toBe(2);
    expect(err).toContain('no action `Deploy` in this pipeline: it has Source/Fetch, Dev/Deploy-Dev');
  });
});

describe('bad input', () => {
  it.each([
    [['scam'], /no command `scam`: `hatstack --help` lists them/],
    [['check', '--colour'], /Unknown option `--colour`; `hatstack check --help` lists the options$/],
    [['scan', '--regions', 'us-east-1'], /Unknown option `--regions`; did you mean `--region`\?$/],
    [['scan', '--region', '--dry-run'], /Option `--region` has no value: what follows it is another option$/],
    [['scan', '--resume', '--account', '111111111111'], /--account does not go with --resume/],
    [['scan', '--resume', '--dry-run'], /--dry-run does not go with --resume/],
    [['check', 'nowhere.json'], /no snapshot in `nowhere.json`: there is no such file/],
    [['check'], /there is no snapshot in .* yet: make one with `hatstack scan`/],
    [['explain', 'x'], /explain needs --pipeline NAME and --action NAME/],
  ])('%j is one clear line and exit code 2', async (args, line) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(line);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('a truncated file is one clear line that names it', async () => {
    const cut = join(home, 'cut.json');
    writeFileSync(cut, readFileSync(working, 'utf8').slice(0, 500));
    const { code, err } = await run('check', cut);
    expect(code).toBe(2);
    expect(err).toContain('cut.json');
    expect(err).toContain('cut off or damaged');
  });
});

describe('help', () => {
  it('lists every command, and --version prints the version', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const name of ['serve', 'check', 'explain']) expect(out).toContain(`hatstack ${name}`);
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('every command', () => {
  it.each(COMMANDS.map(({ name }) => name))(
    '%s tells with --help what it takes, and its exit codes or use',
    async (name) => {
      const { code, out, err } = await run(name, '--help');
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^hatstack ${name}`));
      const own = COMMANDS.find((one) => one.name === name)?.options ?? {};
      for (const option of Object.keys(own)) expect(out).toContain(`--${option}`);
      expect((await run('help', name)).out).toBe(out);
      expect((await run(name, '--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
    },
  );

  it('takes --log json: standard error is one JSON object a line, results stay what they are', async () => {
    const plain = await run('check', broken);
    const { code, out } = await run('check', broken, '--log', 'json');
    expect([code, out]).toEqual([1, plain.out]);
    const failed = await run('check', 'nowhere.json', '--log=json');
    expect(failed.code).toBe(2);
    expect(JSON.parse(failed.err)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'error',
      command: 'check',
      message: expect.stringContaining('no snapshot in `nowhere.json`'),
    });
    expect(JSON.parse((await run('check', '--colour', '--log', 'json')).err)).toMatchObject({
      level: 'error',
    });
    expect(await run('check', broken, '--log', 'xml')).toMatchObject({
      code: 2,
      err: 'hatstack check: --log is text or json, not `xml`',
    });
  });
});

describe('exit codes', () => {
  const brokenWithGaps = fileOf(
    'broken-with-gaps.json',
    snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE] }), { gaps: [gap] }),
  );
  it.each([
    ['clean', [working], 0],
    ['a named state', [broken], 1],
    ['gaps', [gappy], 3],
    ['a named state and gaps: 1 goes before 3', [brokenWithGaps], 1],
    ['gaps, and the state is not named', [brokenWithGaps, '--fail-on', 'depends'], 3],
    [
      'a named state, gaps, and it could not be done: 2 goes before all',
      [brokenWithGaps, '--format', 'xml'],
      2,
    ],
    ['the same for a pipeline that is not there', [brokenWithGaps, '--pipeline', 'none'], 2],
  ])('%s', async (_, args, code) => {
    expect((await run('check', ...args)).code).toBe(code);
  });
});

describe('hatstack export', () => {
  it('writes the drawing as one SVG file', async () => {
    const file = join(home, 'shop.svg');
    expect(
      await run('export', broken, '--pipeline', 'shop', '--action', 'Prod/Deploy-Prod', '--out', file),
    ).toMatchObject({ code: 0, out: file });
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg[\s\S]*Deploy-Prod[\s\S]*<\/svg>\s*$/);
  });

  it.each([
    [['--format', 'gif'], /--format is one of svg, .*, not `gif`/],
    [['--theme', 'sepia'], /there is no theme `sepia`: choose light or dark/],
    [['--action', 'x'], /no action `x` in this pipeline: it has Source\/Fetch/],
  ])('says what is wrong with %j', async (args, line) => {
    const { code, err } = await run(
      'export',
      broken,
      '--pipeline',
      'shop',
      '--out',
      join(home, 'x.svg'),
      ...args,
    );
    expect(code).toBe(2);
    expect(err).toMatch(line);
  });

  it('says that a folder is not there', async () => {
    expect(
      (await run('export', broken, '--pipeline', 'shop', '--out', join(home, 'no', 'x.svg'))).err,
    ).toContain('(ENOENT): see that the folder exists');
  });
});
