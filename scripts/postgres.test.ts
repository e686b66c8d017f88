// The tests of the store find a PostgreSQL, or get one, or say in one line that there is none.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { choosePostgres, findPostgres } from './postgres.mjs';

// For whom PostgreSQL runs must be able to enter it.
const folder = mkdtempSync(join(tmpdir(), 'hatstack-find-postgres-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

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
