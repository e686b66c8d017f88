import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.mjs';

// Workers load this file again: what the first one chose is handed down in the environment.
process.env.E2E_PORT ??= freePort();
process.env.E2E_HOME ??= mkdtempSync(join(tmpdir(), 'hatstack-e2e-'));
const { E2E_PORT: port, E2E_HOME: home } = process.env;
const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: `"${process.execPath}" .next/standalone/server.js`,
    url: `http://127.0.0.1:${port}/pipelines`,
    env: {
      HOSTNAME: '127.0.0.1',
      PORT: port,
      HATSTACK_HOME: home,
      HATSTACK_ACCEPTED: join(home, 'hatstack-accepted.yaml'),
      NEXT_TELEMETRY_DISABLED: '1',
    },
    reuseExistingServer: false,
    timeout: 30_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

/** A port that nobody listens on now. */
function freePort(): string {
  const ask = `const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })`;
  return execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).trim();
}
