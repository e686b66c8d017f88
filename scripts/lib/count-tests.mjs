// Counts the tests of a JSON report. A skipped test counts as failed: nothing may be left out in silence.
import { readFileSync } from 'node:fs';

/** What a run of vitest or Playwright came to; a run that failed without a failed test counts as one failure. */
export function countTests(kind, reportPath, exitCode) {
  const { passed, failed } = readers[kind](readReport(reportPath));
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests ?? 0,
    failed: (report.numTotalTests ?? 0) - (report.numPassedTests ?? 0),
  }),
  playwright: ({ stats = {} }) => ({
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) + (stats.skipped ?? 0),
  }),
};
