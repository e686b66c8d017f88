import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from './own-server';
import { type EmulatedCompany, startCompany } from './scan-server';

const CLI = join(process.cwd(), 'dist/hatstack.mjs');
const SECRET = 'T000-secret-part';

interface Fact {
  readonly kind: string;
  readonly data: { readonly Policy?: string };
}

/** The example as it was before somebody forgot a role in a key policy. */
function writeFormerSnapshot(file: string): void {
  const example = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  const everybody = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*', Resource: '*' };
  const facts = example.facts.map((fact: Fact) => {
    if (fact.kind !== 'key-policy') return fact;
    const policy = JSON.parse(fact.data.Policy ?? '{}');
    return {
      ...fact,
      data: { Policy: JSON.stringify({ ...policy, Statement: [...policy.Statement, everybody] }) },
    };
  });
  const taken = { id: '2026-01-01T00-00-00Z-former', takenAt: '2026-01-01T00:00:00.000Z' };
  writeFileSync(file, JSON.stringify({ ...example, ...taken, facts }));
}

/** `14:07` in UTC: the next minute that leaves time to start. */
function soon(): string {
  return new Date(Date.now() + 75_000).toISOString().slice(11, 16);
}

test.describe('a server with a schedule and a webhook in hatstack.yaml', () => {
  let company: EmulatedCompany;
  let receiver: Server;
  const heard: { readonly path: string; readonly body: string }[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'hatstack-by-itself-'));

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    company = await startCompany();
    receiver = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      heard.push({ path: request.url ?? '', body });
      response.end('ok');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  test.afterAll(async () => {
    receiver?.close();
    await company?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('scans when it is time, tells what turned for the worse, and logs in JSON alone', async ({ page }) => {
    test.setTimeout(300_000);
    const { DATABASE_URL: _, ...outer } = process.env;
    const env = { ...outer, ...company.env, HOME: folder, HATSTACK_HOME: join(folder, 'home') };
    const former = join(folder, 'former.json');
    writeFormerSnapshot(former);
    execFileSync(process.execPath, [CLI, 'snapshots', 'import', former], { env });
    const { port: heardAt } = receiver.address() as AddressInfo;
    writeFileSync(
      join(folder, 'hatstack.yaml'),
      [
        `accounts: [${company.accounts.split(',').map((id) => `"${id}"`)}]`,
        `role-name: ${company.roleName}`,
        `external-id: ${company.externalId}`,
        'regions: [us-east-1, us-east-2, eu-west-1]',
        `schedule: at ${soon()}`,
        `webhooks: ["http://127.0.0.1:${heardAt}/services/${SECRET}"]`,
        '',
      ].join('\n'),
    );
    const port = await freePort();
    const args = [CLI, 'serve', '--port', String(port), '--log', 'json'];
    const server = spawn(process.execPath, args, { cwd: folder, env });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (said += part));
    const gone = new Promise((resolve) => server.once('exit', resolve));
    try {
      await expect.poll(() => said, { timeout: 90_000 }).toContain('Hatstack is ready');
      await expect.poll(() => heard.length, { timeout: 180_000, intervals: [500] }).toBe(1);
      await expect.poll(() => said, { timeout: 30_000 }).toContain('was told of');
      await page.goto(`http://127.0.0.1:${port}/pipelines`);
      await expect(page.getByRole('row', { name: /checkout-service/ })).toContainText('broken', {
        ignoreCase: true,
      });
      await page.goto(`http://127.0.0.1:${port}/scan`);
      await expect(page.getByRole('heading', { name: /^The scan is complete/ })).toBeVisible();
    } finally {
      server.kill('SIGTERM');
      await gone;
    }

    const [post] = heard;
    const message = JSON.parse(post?.body ?? '{}');
    expect(post?.path).toBe(`/services/${SECRET}`);
    expect(message.previous.id).toBe('2026-01-01T00-00-00Z-former');
    expect(message.text).toContain('checkout-service');
    expect(message.pipelines).toContainEqual(
      expect.objectContaining({
        name: 'checkout-service',
        before: expect.objectContaining({ state: 'works' }),
        now: expect.objectContaining({ state: 'broken' }),
      }),
    );

    const lines = said.trim().split('\n');
    expect(lines.filter((line) => !isLogLine(line))).toEqual([]);
    const messages = lines.map((line) => JSON.parse(line).message);
    expect(messages).toContain(`Hatstack is ready: http://127.0.0.1:${port} (Ctrl C ends it)`);
    expect(messages).toContain('scheduled scan started');
    expect(messages).toContain('scan complete');
    expect(said).not.toContain(SECRET);
  });
});

function isLogLine(line: string): boolean {
  try {
    const { time, at, level, event } = JSON.parse(line);
    return (typeof time === 'string' && typeof level === 'string') || (typeof at === 'string' && !!event);
  } catch {
    return false;
  }
}
