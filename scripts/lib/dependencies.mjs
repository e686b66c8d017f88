// Installs the packages of the lockfile, only when they are missing or out of date.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './log.mjs';
import { CannotRun, ROOT, run } from './run.mjs';

const modified = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether node_modules is missing, half written, or older than the lockfile. */
function isOutOfDate() {
  const installed = modified('node_modules/.package-lock.json');
  return installed === 0 || installed < modified('package-lock.json');
}

/** Makes node_modules agree with the lockfile. Development packages too: the build needs them. */
export async function installDependencies() {
  if (!isOutOfDate()) return;
  say('Installing packages (npm ci) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) throw new CannotRun('npm ci failed: see its message above, then run this command again');
}
