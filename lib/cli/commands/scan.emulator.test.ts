// hatstack scan as a user runs it: a process of its own, against an emulated AWS, into a store on the disk.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShelf } from '@/lib/store/shelf';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { EXTERNAL_ID, REGIONS, ROLE_OF_HATSTACK } from '../../../scripts/example/company';
import { type SeededExample, seedExample } from '../../../scripts/example/seed';
import { startMoto } from '../../../scripts/moto.mjs';

let moto: Awaited<ReturnType<typeof startMoto>>;
let example: SeededExample;
let home = '';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-cli-'));
  moto = await startMoto();
  example = await seedExample(moto.endpoint);
});

afterAll(async () => {
  await moto?.stop();
  rmSync(home, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: { readonly [name: string]: string } = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/entry.ts', ...args], {
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH ?? '',
      HOME: home,
      HATSTACK_HOME: home,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ACCESS_KEY_ID: example.scanner.accessKeyId,
      AWS_SECRET_ACCESS_KEY: example.scanner.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    },
  });
  return { child, ended: ended(child) };
}

function ended(child: ChildProcess): Promise<Ended> {
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.err += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
}

async function stored(): Promise<readonly string[]> {
  const shelf = await openShelf({ HATSTACK_HOME: home });
  const entries = await shelf.list();
  await shelf.close();
  return entries.map(({ id }) => id);
}

const throughTheRole = (...more: string[]) => [
  'scan',
  ...['--role-name', ROLE_OF_HATSTACK, '--external-id', EXTERNAL_ID, ...more],
];
const everywhere = () =>
  throughTheRole('--account', Object.values(example.accounts).join(','), '--region', ...REGIONS);

test('a scan tells on the way, says what it found, and check finds it as latest', async () => {
  const { code, out, err } = await start(everywhere()).ended;
  expect(err).toContain(
    `as arn:aws:iam::${example.accounts.tools}:user/hatstack-scanner: 4 accounts, 3 regions`,
  );
  expect(err).not.toMatch(/warning/i);
  expect(out).toMatch(/^snapshot \S+\nstore \S+hatstack\.db\n/);
  const bundled = await readSnapshotFile('public/samples/acme-retail.json');
  const roles = bundled.facts.filter(({ kind }) => kind === 'iam-role').length;
  expect(out).toContain(
    `8 pipelines, ${roles} roles, 7 buckets, 5 keys in 4 of 4 accounts and 3 regions\nevery call was answered`,
  );
  expect(code).toBe(0);

  const check = await start(['check']).ended;
  expect(check.out).toContain('checkout-service');
  expect(check.code).toBe(1);
});

test('a scan with gaps ends with 3, and --out writes a file of its own', async () => {
  const file = join(home, 'mine', 'scan.json');
  const { code, out } = await start(throughTheRole('--organization', '--region', 'us-east-1', '--out', file))
    .ended;
  expect(out).toContain('1 call was not answered:\n  denied: sts:AssumeRole (AccessDenied)');
  expect(code).toBe(3);
  expect((await readSnapshotFile(file)).gaps).toHaveLength(1);
});

test('hatstack.yaml, the environment and a flag say together what to read', async () => {
  const config = join(home, 'ours.yaml');
  const { tools, dev, staging } = example.accounts;
  writeFileSync(
    config,
    [
      `role-name: ${ROLE_OF_HATSTACK}`,
      'organization: true',
      `include: [${tools}, ${dev}, ${staging}]`,
      'regions: [eu-west-1]',
    ].join('\n'),
  );
  const env = { HATSTACK_CONFIG: config, HATSTACK_EXTERNAL_ID: EXTERNAL_ID, HATSTACK_REGIONS: 'us-east-1' };
  const { code, out } = await start(['scan', '--exclude', staging], env).ended;
  expect(out).toContain(' in 2 of 2 accounts and 1 region\nevery call was answered');
  expect(code).toBe(0);
  writeFileSync(config, 'role-name: r\n\nregion: us-east-1\n');
  expect(await start(['scan'], env).ended).toEqual({
    code: 2,
    out: '',
    err: `hatstack scan: ${config}:3: there is no key \`region\`: did you mean \`regions\`?\n`,
  });
});

test('a scan that cannot begin ends with 2, one line, and leaves the store as it was', async () => {
  const before = await stored();
  const runs = [
    start(everywhere(), { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }),
    start(everywhere(), { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }),
    start(['scan', '--account', 'tools']),
    start(['scan', '--region', 'us-east-1', '--profile', 'nobody']),
  ];
  for (const { code, out, err } of await Promise.all(runs.map((run) => run.ended))) {
    expect(err).toMatch(/^hatstack scan: [^\n]+\n$/);
    expect(out).toBe('');
    expect(code).toBe(2);
  }
  expect(await stored()).toEqual(before);
});

test('a scan that is killed leaves the store as it was', async () => {
  const before = await stored();
  const run = start(everywhere());
  await new Promise((resolve) => run.child.stderr?.once('data', resolve));
  run.child.kill('SIGKILL');
  expect((await run.ended).code).toBeNull();
  expect(await stored()).toEqual(before);
});
