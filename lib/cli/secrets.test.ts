// Nothing that people keep secret in their settings is found again: not in the store, not in logs, not in what is printed or exported.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { exporters } from '@/lib/export/formats/index';
import { main } from './main';
import { readSnapshot } from './read-snapshot';
import { type SecretAws, startSecretAws } from './secret-aws.fixture';

const OURS = { key: 'PLANTED-our-secret-key', session: 'PLANTED-our-session' };
/** AWS does not take an external id for a secret, and a scan that is gone on with needs it; it is not printed all the same.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html (read 2026-11-27) */
const EXTERNAL_ID = 'PLANTED-external-id';

let aws: SecretAws;
let home = '';
const said: string[] = [];

beforeAll(async () => {
  aws = await startSecretAws();
  home = mkdtempSync(join(tmpdir(), 'hatstack-secrets-'));
  for (const name of ['AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_ENDPOINT_URL', aws.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAOURS');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', OURS.key);
  vi.stubEnv('AWS_SESSION_TOKEN', OURS.session);
  vi.stubEnv('HATSTACK_HOME', home);
});
afterAll(() => {
  vi.unstubAllEnvs();
  aws.stop();
  rmSync(home, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<number> {
  const put = (line: string) => said.push(line);
  return main(args, { out: put, err: put, env: process.env, isTerminal: true, draw: put, columns: 200 });
}

/** Every file below the folder, as it is and unpacked. */
function bytesBelow(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files
    .filter((file) => statSync(file).isFile())
    .map((file) => {
      const bytes = readFileSync(file);
      return `${bytes.toString('latin1')} ${file.endsWith('.gz') ? gunzipSync(bytes).toString('latin1') : ''}`;
    })
    .join(' ');
}

test('planted secrets are nowhere in the store, the logs, the reports and the exports', {
  timeout: 60_000,
}, async () => {
  const scan = ['scan', '--region', 'eu-west-1', '--role-name', 'r', '--external-id', EXTERNAL_ID];
  expect(await run(...scan, '--out', join(home, 'out.json.gz'))).toBe(3);
  expect(await run(...scan, '--log', 'json')).toBe(3);
  // All that holds secrets was asked for: otherwise nothing would be proved.
  for (const operation of [
    'GetPipeline',
    'BatchGetProjects',
    'DescribeTaskDefinition',
    'DescribeStacks',
    'ListTargetsByRule',
    'ListAliases',
    'ListWebhooks',
    'ListActionExecutions',
  ])
    expect([...aws.asked]).toContain(operation);
  expect(aws.markers.size).toBeGreaterThan(45);

  const before = said.length;
  await run('snapshots');
  const id = /\b\d{4}-\d\d-\d\d[\w-]*/.exec(said.slice(before).join('\n'))?.[0] ?? '';
  for (const args of [
    ['check', 'latest'],
    ['check', 'latest', '--format', 'json'],
    ['explain', 'latest', '--pipeline', 'shop', '--action', 'Build'],
    ['export', 'latest', '--pipeline', 'shop', '--out', join(home, 'shop.svg')],
    ['export', 'latest', '--pipeline', 'shop', '--action', 'Deploy/Stack', '--out', join(home, 'stack.svg')],
    ...exporters.map(({ id, extension }) => [
      ...['export', 'latest', '--pipeline', 'shop', '--format', id],
      ...['--out', join(home, `every.${extension}`)],
    ]),
    ['report', 'latest', '--out', join(home, 'report.html')],
    ['diff', 'latest', 'example'],
    ['snapshots', 'export', id, join(home, 'again.gz')],
    ['explain', 'latest', '--pipeline', 'shop', '--action', 'None'],
  ])
    await run(...args);
  const written = readdirSync(home);
  for (const { extension } of exporters) expect(written).toContain(`every.${extension}`);
  for (const name of ['report.html', 'again.gz']) expect(written).toContain(name);
  const snapshot = JSON.stringify(
    await readSnapshot('latest', { out: () => {}, err: () => {}, env: process.env, isTerminal: false }),
  );
  expect(snapshot).toContain('****');
  expect(snapshot).toContain('"OAuthToken"');

  const all = [bytesBelow(home), said.join('\n'), snapshot].join('\n');
  expect([...aws.markers, ...Object.values(OURS)].filter((marker) => all.includes(marker))).toEqual([]);
  expect(said.join('\n')).not.toContain(EXTERNAL_ID);
});

test('nor in the line that says why a scan could not be made', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
  said.length = 0;
  expect(await run('scan', '--region', 'eu-west-1', '--role-name', 'r', '--external-id', EXTERNAL_ID)).toBe(
    2,
  );
  expect(said.join('\n')).toContain('ECONNREFUSED');
  expect(said.join('\n')).not.toContain('PLANTED');
});
