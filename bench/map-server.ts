// A built server over made snapshots, in a home of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { organization, type Size } from './organization';

const PORT = Number(process.env.PORT ?? 4877);

/** The snapshots that the goals look at, by name. A pipeline of 450 actions has about 1,000 nodes with roles, stores and what it
 *  deploys, one of 950 actions about 4,800. */
const SNAPSHOTS = {
  thousandNodes: { accounts: 40, rolesPerAccount: 3, pipelines: 1, actionsPerPipeline: 450, regions: 3 },
  fiveThousandNodes: {
    accounts: 1000,
    rolesPerAccount: 3,
    pipelines: 1,
    actionsPerPipeline: 950,
    regions: 3,
  },
  thousandAccounts: {
    accounts: 1000,
    rolesPerAccount: 5,
    pipelines: 200,
    actionsPerPipeline: 20,
    regions: 3,
    organizationalUnits: 25,
  },
  hundredAccounts: {
    accounts: 100,
    rolesPerAccount: 5,
    pipelines: 60,
    actionsPerPipeline: 12,
    regions: 3,
    organizationalUnits: 8,
  },
  manyPipelines: { accounts: 50, rolesPerAccount: 5, pipelines: 2000, actionsPerPipeline: 4, regions: 3 },
} satisfies Record<string, Size>;

export interface BenchServer {
  readonly at: string;
  readonly snapshot: (name: keyof typeof SNAPSHOTS) => string;
  readonly stop: () => void;
}

/** Started, and answering. @throws when it does not come up. */
export async function benchServer(): Promise<BenchServer> {
  const at = `http://127.0.0.1:${PORT}`;
  const home = mkdtempSync(join(tmpdir(), 'hatstack-bench-'));
  mkdirSync(join(home, 'snapshots'), { recursive: true });
  const made = new Set<string>();
  const child = spawn(process.execPath, ['.next/standalone/server.js'], {
    stdio: 'ignore',
    env: { ...process.env, HATSTACK_HOME: home, HOSTNAME: '127.0.0.1', PORT: String(PORT) },
  });
  await ready(at, () => child.exitCode !== null);
  return {
    at,
    snapshot: (name) => {
      if (!made.has(name))
        writeFileSync(
          join(home, 'snapshots', `${name}.json.gz`),
          gzipSync(JSON.stringify({ ...organization(SNAPSHOTS[name]), id: name })),
        );
      made.add(name);
      return name;
    },
    stop: () => {
      child.kill();
    },
  };
}

/** Asks the server until it answers; one that has ended is not asked, since another could answer in its place. */
async function ready(at: string, hasEnded: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    await new Promise((done) => setTimeout(done, 200));
    if (hasEnded()) throw new Error(`the server of ${at} ended: is the port taken?`);
    const isUp = await fetch(`${at}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error('the server did not start: was it built?');
}
