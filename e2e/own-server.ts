// A dashboard of a test's own, started as users start it, with the settings that the test is about.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line of the audit. */
export interface Noted {
  readonly event: string;
  readonly who: string;
  readonly role: string | null;
  readonly about: Readonly<Record<string, string>>;
}

export interface OwnServer {
  readonly url: string;
  /** What it printed. */
  readonly said: string;
  /** The lines of its audit. */
  audit(): readonly Noted[];
  stop(): void;
}

/** Starts `npm start` with these variables and waits until it is ready. @throws when it ends before */
export async function startServer(env: Readonly<Record<string, string>>): Promise<OwnServer> {
  const port = Number(env.PORT ?? (await freePort()));
  const home = mkdtempSync(join(tmpdir(), 'hatstack-e2e-own-'));
  const child = run({
    HATSTACK_HOME: home,
    HATSTACK_ACCEPTED: join(home, 'hatstack-accepted.yaml'),
    ...env,
    PORT: String(port),
  });
  const said = await untilReady(child);
  return {
    url: `http://127.0.0.1:${port}`,
    said,
    audit: () =>
      readFileSync(join(home, 'audit.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    stop: () => void child.kill('SIGTERM'),
  };
}

/** What a server says that does not start, and its exit code. */
export function refusalOf(
  env: Readonly<Record<string, string>>,
): Promise<{ said: string; code: number | null }> {
  const child = run(env);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (said += part));
  return new Promise((resolve) => child.on('close', (code) => resolve({ said, code })));
}

function run(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, ...env } });
}

function untilReady(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const take = (part: Buffer) => {
      said += part;
      if (said.includes('is ready') && said.endsWith('\n')) resolve(said);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
