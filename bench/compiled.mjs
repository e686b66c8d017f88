// Runs a benchmark compiled as the command line is: `node bench/compiled.mjs analyze [ARGUMENTS ...]`. A loader that compiles in the
// running process keeps the names of all functions, which costs memory and time that no user pays.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [name, ...rest] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hatstack-bench-'));
const outfile = join(folder, 'bench.mjs');
try {
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Packages of the older kind ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=8000', outfile, ...rest], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
