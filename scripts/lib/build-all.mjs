// Builds the dashboard (Next, standalone) and the command line (one file).
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { CannotRun, orSayWhy, ROOT, run } from './run.mjs';
import { fingerprint, forgetBuild, rememberBuild } from './sources.mjs';

const at = (path) => join(ROOT, path);

/** Next leaves static files and public out of its standalone folder; the server looks for them there. */
function copyBesideTheServer() {
  for (const [from, to] of [
    ['.next/static', '.next/standalone/.next/static'],
    ['public', '.next/standalone/public'],
  ]) {
    rmSync(at(to), { recursive: true, force: true });
    if (existsSync(at(from))) cpSync(at(from), at(to), { recursive: true });
  }
}

async function bundleCommandLine(madeFrom) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    // The dashboard starts the second one, for scans in a process of their own.
    entryPoints: { hatstack: 'lib/cli/entry.ts', 'scan-process': 'lib/cli/scan-process.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // What is kept of a judgement is good for the program that made it.
    define: { 'process.env.HATSTACK_BUILD': JSON.stringify(madeFrom) },
    logLevel: 'warning',
  });
}

/** Builds everything, or throws CannotRun. */
export async function build() {
  await installDependencies();
  mkdirSync(at('dist'), { recursive: true });
  forgetBuild();
  const madeFrom = fingerprint();
  // For next.config.js, as `define` is for the command line.
  const env = { HATSTACK_BUILD: madeFrom };
  const code = await run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], env);
  if (code !== 0) throw new CannotRun('the build failed: see the message of next build above');
  copyBesideTheServer();
  await bundleCommandLine(madeFrom);
  rememberBuild(madeFrom);
}

/** `npm run build`. */
export function buildAll() {
  return orSayWhy(build);
}
