// Serves the dashboard on the loopback address: installs and builds first where needed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from './build-all.mjs';
import { installDependencies } from './dependencies.mjs';
import { chosenPort, LOOPBACK, requireFreePort } from './port.mjs';
import { orSayWhy, ROOT } from './run.mjs';
import { isBuilt } from './sources.mjs';

/** Resolves to true once the server answers, to false when it has ended before. */
async function answers(url, hasEnded) {
  while (!hasEnded()) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null);
    if (response) return true;
    await wait(50);
  }
  return false;
}

/** The server changes its working directory, so a relative HATSTACK_HOME would mean another folder there. */
function absoluteHome() {
  const home = process.env.HATSTACK_HOME;
  return home ? { HATSTACK_HOME: resolve(home) } : {};
}

/** So would the settings of the folder that `npm start` was called in. */
function absoluteConfig() {
  const named = process.env.HATSTACK_CONFIG;
  if (named) return { HATSTACK_CONFIG: resolve(named) };
  return existsSync('hatstack.yaml') ? { HATSTACK_CONFIG: resolve('hatstack.yaml') } : {};
}

/** Starts Next's standalone server; it binds every address unless HOSTNAME says otherwise. */
function startServer(port) {
  return spawn(process.execPath, [join(ROOT, '.next/standalone/server.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...absoluteHome(),
      ...absoluteConfig(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: LOOPBACK,
      PORT: String(port),
    },
  });
}

/** Passes signals on and ends as the server ends. */
function followServer(server) {
  let ended = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => {
    ended = true;
    const isAskedFor = signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';
    process.exitCode = isAskedFor ? 0 : (code ?? 1);
  });
  return () => ended;
}

/** `npm start`. */
export function serve() {
  return orSayWhy(async () => {
    const port = chosenPort();
    await requireFreePort(port);
    await installDependencies();
    if (!isBuilt()) {
      console.log('Building the dashboard (once, about a minute) ...');
      await build();
    }
    const server = startServer(port);
    const hasEnded = followServer(server);
    const url = `http://${LOOPBACK}:${port}`;
    if (await answers(url, hasEnded)) console.log(`Hatstack is ready: ${url} (Ctrl C ends it)`);
  });
}
