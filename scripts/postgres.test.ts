// The tests of the store find a PostgreSQL, or get one, or say in one line that there is none.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { choosePostgres, findPostgres, fromSystem } from './postgres.mjs';

// For whom PostgreSQL runs must be able to enter it.
const folder = mkdtempSync(join(tmpdir(), 'hatstack-find-postgres-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function bin(name: string, programs: { readonly [name: string]: string }): string {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  for (const [program, text] of Object.entries(programs)) {
    writeFileSync(join(made, program), text);
    chmodSync(join(made, program), 0o755);
  }
  return made;
}

const RUNS = '#!/bin/sh\nexit 0\n';
const FAILS = '#!/bin/sh\nexit 1\n';
const whole = bin('whole', { initdb: RUNS, postgres: RUNS });
const half = bin('half', { postgres: RUNS });
const broken = bin('broken', { initdb: RUNS, postgres: FAILS });
const none = { debian: join(folder, 'no-debian'), fetched: join(folder, 'not-fetched') };

test('the first on the path that runs is taken', () => {
  const path = [half, broken, whole].join(delimiter);
  expect(findPostgres({ ...none, path })).toBe(whole);
});

test('else the newest of Debian, else the one that was fetched', () => {
  for (const version of ['9', '15', '17'])
    bin(`debian/${version}/bin`, { initdb: RUNS, postgres: version === '17' ? FAILS : RUNS });
  const debian = join(folder, 'debian');
  expect(findPostgres({ path: half, debian, fetched: whole })).toBe(join(debian, '15/bin'));
  expect(findPostgres({ path: '', debian: none.debian, fetched: whole })).toBe(whole);
  expect(findPostgres({ ...none, path: `${half}${delimiter}${broken}` })).toBeUndefined();
});

test('where there is none the ways are tried one after the other, until one leads to it', () => {
  const tried: string[] = [];
  const says = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const look = () => (tried.at(-1) === 'system' ? whole : undefined);
  const npm = () => {
    tried.push('npm');
    throw new Error('no network\nnpm error: the registry does not answer');
  };
  expect(choosePostgres({ look, install: [npm, () => void tried.push('system')] })).toBe(whole);
  expect(tried).toEqual(['npm', 'system']);
  expect(choosePostgres({ look: () => half, install: [npm] })).toBe(half);
  expect(says).toHaveBeenCalledTimes(1);
  says.mockRestore();
});

test('where no way leads to one it is said in one line, with each reason and what to do', () => {
  const says = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const fails = (why: string) => () => {
    throw new Error(`long\n${why}`);
  };
  expect(() =>
    choosePostgres({
      look: () => undefined,
      install: [fails('npm error 404'), fails('sudo: a password is required')],
    }),
  ).toThrow(
    /^the tests of the store need a PostgreSQL .*\(npm error 404; sudo: a password is required\): install one, such as with `apt-get install postgresql`$/,
  );
  says.mockRestore();
});

/** A made-up machine: its `apt-get` knows of PostgreSQL only once it was brought up to date, and puts it where Debian does. */
function machine(name: string): { readonly debian: string; readonly asked: () => string } {
  const home = join(folder, name);
  const debian = join(home, 'usr-lib-postgresql');
  const made = join(debian, '17/bin');
  const aptGet = `#!/bin/sh
echo "$(basename "$0") $* $DEBIAN_FRONTEND" >> '${home}/asked'
[ "$1" = update ] && touch '${home}/updated' && exit 0
[ -e '${home}/updated' ] || { echo "E: Unable to locate package postgresql" >&2; exit 100; }
mkdir -p '${made}' && for one in initdb postgres; do printf '#!/bin/sh\nexit 0\n' > '${made}'/$one; chmod 755 '${made}'/$one; done
`;
  const sudo = `#!/bin/sh\necho "sudo $1" >> '${home}/asked'\nshift\nexec "$@"\n`;
  const path = bin(`${name}/bin`, { 'apt-get': aptGet, sudo });
  vi.stubEnv('PATH', [path, '/usr/bin', '/bin'].join(delimiter));
  return { debian, asked: () => readFileSync(join(home, 'asked'), 'utf8') };
}

const INSTALL = 'apt-get install --yes --no-install-recommends postgresql noninteractive';
const UPDATE = 'apt-get update noninteractive';

test('the packages of the system are asked, anew where they do not know it yet, and lead to one', () => {
  const says = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { debian, asked } = machine('fresh');
  const look = () => findPostgres({ path: '', debian, fetched: none.fetched });
  const found = choosePostgres({ look, install: [() => fromSystem({ asRoot: true })] });
  expect(found).toBe(join(debian, '17/bin'));
  expect(asked().trim().split('\n')).toEqual([INSTALL, UPDATE, INSTALL]);
  says.mockRestore();
});

test('who is not root asks by sudo, which asks for no password', () => {
  const { asked } = machine('of a user');
  fromSystem({ asRoot: false });
  const once = (line: string) => ['sudo -n', line];
  expect(asked().trim().split('\n')).toEqual([INSTALL, UPDATE, INSTALL].flatMap(once));
});
