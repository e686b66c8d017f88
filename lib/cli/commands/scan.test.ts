import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Io, Values } from '../command';
import { scanCommand } from './scan';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-scan-'));
  for (const name of [
    'AWS_PROFILE',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ENDPOINT_URL',
  ]) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
  vi.stubEnv('HATSTACK_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function scan(values: Values): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const io: Io = { out: (line) => lines.push(line), err: () => {}, env: process.env, isTerminal: false };
  return { code: await scanCommand.run(values, [], io, []), out: lines.join('\n') };
}

const stored = () => readdirSync(home, { recursive: true }).filter((name) => String(name).includes('.json'));

test('a dry run prints the plan and asks nothing', async () => {
  const { code, out } = await scan({ 'dry-run': true, region: ['eu-west-1'] });
  expect(code).toBe(0);
  expect(out).toContain('GetAccountAuthorizationDetails');
});

test('a dry run of an organisation tells who is chosen, and by which role', async () => {
  const { out } = await scan({
    'dry-run': true,
    organization: true,
    tag: ['team=shop'],
    'role-name': 'r',
    'initial-role': 'arn:aws:iam::111111111111:role/hub',
  });
  expect(out).toContain('accounts: every active account of the organisation tagged team=shop\n');
  expect(out).toContain('regions: those that each account has enabled\n');
  expect(out).toContain('role: `r` in each account, through `arn:aws:iam::111111111111:role/hub`\n');
  expect(out).toContain('ListTagsForResource');
});

test('no credentials: one line with what to do, and nothing written', async () => {
  await expect(scan({ region: ['eu-west-1'] })).rejects.toThrow(/^no AWS credentials found .* --profile$/);
  expect(stored()).toEqual([]);
});

test('nobody at the endpoint: one line that names it', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  await expect(scan({ region: ['eu-west-1'] })).rejects.toThrow(
    'cannot reach `http://127.0.0.1:1` (ECONNREFUSED)',
  );
  expect(stored()).toEqual([]);
});

test('a configuration file says what to read, and a mistake in it is named by line and key', async () => {
  const config = join(home, 'ours.yaml');
  writeFileSync(config, 'accounts: [111111111111]\nregions: [eu-west-3]\ndry-run: true\n');
  expect((await scan({ config })).out).toContain('accounts: 111111111111\nregions: eu-west-3\n');
  expect((await scan({ config, region: ['us-east-1'] })).out).toContain('regions: us-east-1\n');
  writeFileSync(config, 'accounts: [111111111111]\nregion: [eu-west-3]\n');
  await expect(scan({ config })).rejects.toThrow(
    `${config}:2: there is no key \`region\`: did you mean \`regions\`?`,
  );
});

/** An AWS that tells who is calling so many times, and from then on refuses everything under the code. */
async function withAws<T>(answers: number, code: string, work: () => Promise<T>): Promise<T> {
  const identity =
    '<R><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/u</Arn><UserId>U</UserId><Account>111111111111</Account></GetCallerIdentityResult></R>';
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const isJson = request.headers['x-amz-target'] !== undefined;
    const refusal = isJson
      ? JSON.stringify({ __type: code, message: 'made up' })
      : `<ErrorResponse><Error><Code>${code}</Code><Message>made up</Message></Error></ErrorResponse>`;
    response.writeHead(asked > answers ? 403 : 200, {
      'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml',
    });
    response.end(asked > answers ? refusal : identity);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  try {
    return await work();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('credentials that run out in the middle and cannot be renewed end the scan with one line', async () => {
  await withAws(1, 'ExpiredTokenException', () =>
    expect(scan({ region: ['eu-west-1'] })).rejects.toThrow(
      /^the credentials that started the scan ran out \(ExpiredTokenException\) and could not be renewed: log in again[^\n]*$/,
    ),
  );
  expect(stored()).toEqual([]);
});

test('a clock that stays wrong is one line that says so', { timeout: 20_000 }, async () => {
  await withAws(0, 'RequestTimeTooSkewed', () =>
    expect(scan({ region: ['eu-west-1'] })).rejects.toThrow(
      /^AWS does not accept the time of this machine \(RequestTimeTooSkewed\): set its clock[^\n]*$/,
    ),
  );
});
