import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';
import { countTests } from './count-tests.mjs';
import { chosenPort, requireFreePort } from './port.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hatstack-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the port', () => {
  test.each([
    ['3000 unless PORT says otherwise', '', 3000],
    ['the one that PORT names', '8080', 8080],
  ])('%s', (_, text, port) => {
    expect(chosenPort(text)).toBe(port);
  });

  test.each(['0', '65536', 'http', '80 ', '-1', '3e3'])('PORT=%s is refused in one line', (text) => {
    expect(() => chosenPort(text)).toThrow(`PORT must be a number from 1 to 65535, not \`${text}\``);
  });

  test('a used port is named, with a way out', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(requireFreePort(port)).rejects.toThrow(
      new RegExp(`port ${port} is already in use: .*PORT=`),
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe('counting tests', () => {
  const report = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  test.each([
    ['vitest', { numTotalTests: 5, numPassedTests: 5 }, 0, { passed: 5, failed: 0 }],
    [
      'vitest, with a skipped test',
      { numTotalTests: 5, numPassedTests: 4, numPendingTests: 1 },
      0,
      { passed: 4, failed: 1 },
    ],
    [
      'playwright',
      { stats: { expected: 7, unexpected: 1, flaky: 0, skipped: 2 } },
      1,
      { passed: 7, failed: 3 },
    ],
    [
      'vitest, a file that does not load',
      { numTotalTests: 3, numPassedTests: 3 },
      1,
      { passed: 3, failed: 1 },
    ],
  ])('%s', (name, content, exitCode, expected) => {
    const kind = name.startsWith('vitest') ? 'vitest' : 'playwright';
    expect(countTests(kind, report('report.json', content), exitCode)).toEqual(expected);
  });

  test('no report at all is a failure', () => {
    expect(countTests('vitest', join(folder, 'nothing.json'), 1)).toEqual({ passed: 0, failed: 1 });
  });
});

test('CHROMIUM_PATH comes before any other Chromium', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath, PATH: '' })).toBe(process.execPath);
});
