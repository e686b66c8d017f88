// Runs every check and test in order, shows each step's result, and ends with one line of counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build-all.mjs';
import { requireChromium } from './chromium.mjs';
import { countTests } from './count-tests.mjs';
import { installDependencies } from './dependencies.mjs';
import { CannotRun, ROOT, run } from './run.mjs';

const cli = (path) => join(ROOT, 'node_modules', path);
const node = (path, args, env) => run(process.execPath, [cli(path), ...args], env);

/** A step that passes or fails as a whole. */
const whole = (name, go) => ({
  name,
  run: async () => ((await go()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** A step whose tests are counted one by one. */
const vitest = (project, reports) => ({
  name: `vitest ${project}`,
  run: async () => {
    const report = join(reports, `${project}.json`);
    const code = await node('vitest/vitest.mjs', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return countTests('vitest', report, code);
  },
});

const playwright = (reports) => ({
  name: 'playwright',
  run: async () => {
    const report = join(reports, 'playwright.json');
    const code = await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      CHROMIUM_PATH: await requireChromium(),
    });
    return countTests('playwright', report, code);
  },
});

const steps = (reports) => [
  whole('biome', () => node('@biomejs/biome/bin/biome', ['check', '.'])),
  whole('tsc', async () => {
    await node('next/dist/bin/next', ['typegen']);
    return node('typescript/bin/tsc', ['--noEmit']);
  }),
  whole('doors', () =>
    node('dependency-cruiser/bin/dependency-cruise.mjs', ['lib', 'components', 'app', 'e2e']),
  ),
  vitest('unit', reports),
  vitest('store', reports),
  vitest('emulator', reports),
  whole('build', async () => {
    await build();
    return 0;
  }),
  playwright(reports),
];

/** One step's counts; a step that cannot even run says why in one line and counts as one failure. */
async function outcomeOf(step) {
  console.log(`\n== ${step.name}`);
  try {
    return await step.run();
  } catch (problem) {
    console.error(problem instanceof CannotRun ? problem.message : problem);
    return { passed: 0, failed: 1 };
  }
}

const total = (outcomes, what) => outcomes.reduce((sum, outcome) => sum + outcome[what], 0);

function printSummary(outcomes) {
  console.log('\n== summary');
  for (const { name, passed, failed } of outcomes) {
    console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed`);
  }
  console.log(`${total(outcomes, 'passed')} passed, ${total(outcomes, 'failed')} failed`);
}

/** `npm test`. */
export async function testAll() {
  const reports = mkdtempSync(join(tmpdir(), 'hatstack-test-'));
  const outcomes = [];
  try {
    const installed = await outcomeOf({
      name: 'install',
      run: async () => {
        await installDependencies();
        return { passed: 0, failed: 0 };
      },
    });
    if (installed.failed > 0) outcomes.push({ name: 'install', ...installed });
    for (const step of installed.failed > 0 ? [] : steps(reports)) {
      outcomes.push({ name: step.name, ...(await outcomeOf(step)) });
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  printSummary(outcomes);
  if (total(outcomes, 'failed') > 0) process.exitCode = 1;
}
