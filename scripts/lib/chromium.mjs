// Finds a Chromium for the browser tests, or installs one where that is allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { CannotRun, ROOT, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Playwright would keep its own browser, whether it is there or not. */
function playwrightsOwn() {
  try {
    return createRequire(join(ROOT, 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return '';
  }
}

/**
 * The path of a Chromium on this machine, or null.
 * @param {{ readonly [name: string]: string | undefined }} env
 */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [env.CHROMIUM_PATH ?? '', ...onPath, ...ELSEWHERE, playwrightsOwn()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

const isThere = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** The path of a Chromium, installed if need be; one line and a failure where none can be had. */
export async function requireChromium() {
  if (findChromium() === null) {
    console.log('No Chromium found. Installing one ...');
    await run(process.execPath, [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  }
  if (findChromium() === null && process.getuid?.() === 0 && isThere('apt-get')) {
    // The package lists of a fresh machine may be old or missing.
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  }
  const path = findChromium();
  if (path === null) {
    throw new CannotRun(
      'no Chromium found and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH',
    );
  }
  return path;
}
