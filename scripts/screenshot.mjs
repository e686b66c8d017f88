// `npm run screenshot`: takes the README's picture from the running product, with the bundled example.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireChromium } from './lib/chromium.mjs';
import { LOOPBACK } from './lib/port.mjs';
import { orSayWhy, ROOT } from './lib/run.mjs';

const PORT = 3917;
const PICTURES = [
  {
    file: 'docs/pipeline.png',
    path: '/pipelines/277321100181.us-east-1.checkout-service?action=Prod%2FDeploy-Prod-use2',
    scheme: 'light',
  },
];

await orSayWhy(async () => {
  const executablePath = await requireChromium();
  const server = spawn(process.execPath, [join(ROOT, '.next/standalone/server.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      HOSTNAME: LOOPBACK,
      PORT: String(PORT),
      HATSTACK_HOME: mkdtempSync(join(tmpdir(), 'hatstack-picture-')),
    },
  });
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const { file, path, scheme } of PICTURES) {
      const page = await browser.newPage({ viewport: { width: 1600, height: 1040 }, colorScheme: scheme });
      await page.goto(`http://${LOOPBACK}:${PORT}${path}`, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(ROOT, file) });
      console.log(file);
    }
  } finally {
    await browser.close();
    server.kill();
  }
});
