// Runs one program to its end with its output shown, and says how it ended.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain, followOutput, outputOf } from './log.mjs';

/** The checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What this script cannot do, in one line for the user. */
export class CannotRun extends Error {}

/** Runs `command` in the checkout; resolves to its exit code. A program that is not there gives 127. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['inherit', outputOf('inherit'), outputOf('inherit')],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    followOutput(child);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('exit', (code, signal) => end(code ?? (signal ? 130 : 1)));
  });
}

/** Runs `main`; a CannotRun becomes one line and exit code 2. */
export async function orSayWhy(main) {
  try {
    await main();
  } catch (problem) {
    if (!(problem instanceof CannotRun)) throw problem;
    complain(problem.message);
    process.exitCode = 2;
  }
}
