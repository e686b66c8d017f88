// A fingerprint of everything that a build is made from, so that a stale build is noticed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const MADE_FROM = [
  'app',
  'components',
  'lib',
  'public',
  'scripts/lib',
  'proxy.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = 'dist/built-from.txt';
const BUILT = ['.next/standalone/server.js', '.next/standalone/.next/static'];

function* filesOf(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of readdirSync(join(ROOT, path)).sort()) yield* filesOf(`${path}/${name}`);
  } else if (stat && !/[.]test[.]tsx?$/.test(path)) {
    yield `${path}\t${stat.size}\t${stat.mtimeMs}`;
  }
}

/** A hash over name, size and time of every source file; tests do not count. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const path of MADE_FROM) for (const line of filesOf(path)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** Whether what is built was built from the sources as they are now. */
export function isBuilt() {
  const stamp = join(ROOT, STAMP);
  if (!existsSync(stamp) || !BUILT.every((path) => existsSync(join(ROOT, path)))) return false;
  return readFileSync(stamp, 'utf8').trim() === fingerprint();
}

/** Remembers what the build was made from; the last step of a build. */
export function rememberBuild(madeFrom) {
  writeFileSync(join(ROOT, STAMP), `${madeFrom}\n`);
}

/** Forgets an earlier build, so that one cut short does not pass for whole. */
export function forgetBuild() {
  rmSync(join(ROOT, STAMP), { force: true });
}
