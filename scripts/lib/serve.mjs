// Serves the dashboard, on the loopback address unless told otherwise: installs and builds first where needed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chosenBind, nameOf } from './bind.mjs';
import { build } from './build-all.mjs';
import { installDependencies } from './dependencies.mjs';
import { followOutput, isJson, outputOf, say } from './log.mjs';
import { chosenPort, requireFreePort } from './port.mjs';
import { CannotRun, orSayWhy, ROOT } from './run.mjs';
import { isBuilt } from './sources.mjs';

/** Resolves to the first answer of the server, to null when it has ended before. */
async function answers(url, hasEnded) {
  while (!hasEnded()) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null);
    if (response) return response;
    await wait(50);
  }
  return null;
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

/** And the accepted findings beside them. */
function absoluteAccepted() {
  const { HATSTACK_ACCEPTED: named, HATSTACK_CONFIG: config } = process.env;
  return { HATSTACK_ACCEPTED: resolve(named || join(dirname(config || '.'), 'hatstack-accepted.yaml')) };
}

/** Starts Next's standalone server; it binds every address unless HOSTNAME says otherwise. */
function startServer(port, settings) {
  const server = spawn(process.execPath, [join(ROOT, '.next/standalone/server.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', outputOf('inherit')],
    env: {
      ...process.env,
      ...absoluteHome(),
      ...absoluteConfig(),
      ...absoluteAccepted(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...settings,
      PORT: String(port),
    },
  });
  followOutput(server);
  return server;
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

/** What is said once the server answers: the token too, and only here, on standard output and never in a log. */
function welcome(url, { isOpen, host, token, settings }) {
  // The token first: whoever waits for the line that says ready has read it by then.
  if (token !== null) {
    const words = 'Token to sign in, shown only now';
    process.stdout.write(
      isJson() ? `${JSON.stringify({ message: words, token })}\n` : `${words}: ${token}\n`,
    );
  }
  say(`Hatstack is ready: ${url} (Ctrl C ends it)`, { url });
  if (!isOpen) return;
  const names = settings.HATSTACK_HOSTS || 'localhost only: name it with --allowed-host or HATSTACK_HOSTS';
  say(`Bound to ${host}; answers to ${names}. Put TLS in front: docs/security.md`, { host });
}

/** `npm start`. */
export function serve() {
  return orSayWhy(async () => {
    const port = chosenPort();
    const bind = chosenBind();
    await requireFreePort(port, bind.host);
    await installDependencies();
    if (!isBuilt()) {
      say('Building the dashboard (once, about a minute) ...');
      await build();
    }
    const server = startServer(port, bind.settings);
    const hasEnded = followServer(server);
    const url = `http://${nameOf(bind.reachedAt)}:${port}`;
    const first = await answers(url, hasEnded);
    if (first?.status === 503) {
      server.kill();
      throw new CannotRun((await first.text()).trim());
    }
    if (first) welcome(url, bind);
  });
}
