// Starts the emulated AWS: moto's server of the pinned version, found on this machine or installed into .venv/.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const MOTO_VERSION = '5.2.1';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVER = fileURLToPath(new URL('./moto_server.py', import.meta.url));
const VENV = `${ROOT}.venv`;
const VENV_PYTHON = process.platform === 'win32' ? `${VENV}\\Scripts\\python.exe` : `${VENV}/bin/python`;
const START_TIMEOUT_MS = 60_000;

/** Starts moto on loopback, at the given port or a free one; `stop` ends it.
 * @param {{ port?: number }} [options]
 * @returns {Promise<{ endpoint: string, stop: () => Promise<void> }>} */
export async function startMoto({ port } = {}) {
  const python = findPython() ?? installMoto();
  const chosen = await freePort(port ?? 0);
  const child = spawn(python, [SERVER, String(chosen)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let tail = '';
  child.stderr.on('data', (chunk) => {
    tail = `${tail}${chunk}`.slice(-2000);
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stopWithUs = () => child.kill();
  process.once('exit', stopWithUs);
  const endpoint = `http://127.0.0.1:${chosen}`;
  const stop = async () => {
    process.removeListener('exit', stopWithUs);
    child.kill();
    await gone;
  };
  const answered = await Promise.race([answers(endpoint), gone.then(() => false)]);
  if (!answered) {
    await stop();
    throw new Error(`the emulated AWS did not start on ${endpoint}: ${lastLine(tail)}`);
  }
  return { endpoint, stop };
}

/** An interpreter that has moto's server in the pinned version, our own virtual environment first. */
function findPython() {
  return [VENV_PYTHON, 'python3', 'python'].find((python) => motoVersion(python) === MOTO_VERSION);
}

function motoVersion(python) {
  if (python === VENV_PYTHON && !existsSync(python)) return null;
  try {
    const print = 'import moto, flask, flask_cors; print(moto.__version__)';
    return execFileSync(python, ['-c', print], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

function installMoto() {
  process.stderr.write(`installing moto ${MOTO_VERSION} into .venv (once)\n`);
  try {
    const quiet = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' };
    if (!existsSync(VENV_PYTHON)) execFileSync('python3', ['-m', 'venv', VENV], quiet);
    execFileSync(VENV_PYTHON, ['-m', 'pip', 'install', '--quiet', `moto[server]==${MOTO_VERSION}`], quiet);
    return VENV_PYTHON;
  } catch (error) {
    throw new Error(
      `the emulated AWS needs Python 3.10 or later with moto[server]==${MOTO_VERSION}, which is not installed and could not be installed (${lastLine(String(error.stderr || error.message))}): install it with \`pip install 'moto[server]==${MOTO_VERSION}'\``,
    );
  }
}

/** The port itself when it is free, or any free one for 0. */
function freePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new Error(`port ${port} is taken: stop what listens there, or choose another with PORT`)),
    );
    probe.listen(port, '127.0.0.1', () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}

async function answers(endpoint) {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const response = await fetch(`${endpoint}/moto-api/data.json`).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT || 5000);
  try {
    const { endpoint, stop } = await startMoto({ port });
    process.stdout.write(
      `emulated AWS on ${endpoint}; fill it with: AWS_ENDPOINT_URL=${endpoint} npm run example:seed\n`,
    );
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => stop().then(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
