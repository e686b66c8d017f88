// A server of one journey's own, with an emulated AWS behind it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startMoto } from '../scripts/moto.mjs';

export interface OwnServer {
  readonly url: string;
  readonly home: string;
  readonly stop: () => Promise<void>;
}

/** The built server on a free port with a data folder of its own. */
export async function startOwnServer(env: { readonly [name: string]: string } = {}): Promise<OwnServer> {
  const home = mkdtempSync(join(tmpdir(), 'hatstack-own-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ...outer } = process.env;
  const child = spawn(process.execPath, ['.next/standalone/server.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...outer,
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      HATSTACK_HOME: home,
      HOME: home,
      HATSTACK_ACCEPTED: join(home, 'hatstack-accepted.yaml'),
      ...env,
    },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!(await fetch(`${url}/icon.svg`).catch(() => null))) await wait(100);
  const stop = async () => {
    child.kill();
    await gone;
    rmSync(home, { recursive: true, force: true });
  };
  return { url, home, stop };
}

export interface EmulatedCompany {
  /** What a process needs to reach it. */
  readonly env: { readonly [name: string]: string };
  readonly accounts: string;
  readonly roleName: string;
  readonly externalId: string;
  readonly stop: () => Promise<void>;
}

/** An emulated AWS with the example company in it. */
export async function startCompany(): Promise<EmulatedCompany> {
  const { endpoint, stop } = await startMoto();
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/seed-example.ts'], {
    encoding: 'utf8',
    env: { ...process.env, AWS_ENDPOINT_URL: endpoint },
  });
  const after = (word: string) => new RegExp(`${word}[ =](\\S+)`).exec(said)?.[1] ?? '';
  return {
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: after('AWS_ACCESS_KEY_ID'),
      AWS_SECRET_ACCESS_KEY: after('AWS_SECRET_ACCESS_KEY'),
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    accounts: after('--account'),
    roleName: after('--role-name'),
    externalId: after('--external-id'),
    stop,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
