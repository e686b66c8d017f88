// `npm run screenshot`: takes the README's pictures from the running product, with the bundled example.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireChromium } from './lib/chromium.mjs';
import { LOOPBACK } from './lib/port.mjs';
import { orSayWhy, ROOT } from './lib/run.mjs';

const PORT = Number(process.env.PORT ?? 3917);
const PIPELINE = '/pipelines/277321100181.us-east-1.checkout-service?snapshot=example';
const ACTION = `${PIPELINE}&action=Prod%2FDeploy-Prod-use2`;

/** The journey through the broken pipeline, one frame for each thing a reader does. */
const JOURNEY = [
  { path: '/pipelines?snapshot=example', says: '1. What is broken stands first, and says why' },
  { path: PIPELINE, says: '2. The pipeline over accounts and regions: one line is interrupted' },
  { path: `${ACTION}&hop=5`, says: '3. The action: the hop that fails, and the policy that decides' },
  { path: `${ACTION}&view=stack`, says: '4. The same action as a stack of hats, and what to change' },
];
const FRAME = { width: 1440, height: 900 };

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
    await serverIsUp();
    const large = await shot(browser, ACTION, { width: 1600, height: 1040 });
    await large.screenshot({ path: join(ROOT, 'docs/pipeline.png') });
    console.log('docs/pipeline.png');
    const frames = [];
    for (const { path, says } of JOURNEY) {
      const page = await shot(browser, path, FRAME);
      frames.push({ says, png: (await page.screenshot()).toString('base64') });
      await page.close();
    }
    const strip = await browser.newPage({ viewport: { width: 1660, height: 1180 } });
    await strip.setContent(filmstrip(frames));
    await strip.locator('main').screenshot({ path: join(ROOT, 'docs/journey.png') });
    console.log('docs/journey.png');
  } finally {
    await browser.close();
    server.kill();
  }
});

async function shot(browser, path, viewport) {
  const page = await browser.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`http://${LOOPBACK}:${PORT}${path}`, { waitUntil: 'networkidle' });
  return page;
}

/** The server takes a moment to listen. */
async function serverIsUp() {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(`http://${LOOPBACK}:${PORT}/pipelines`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server did not answer: run `npm run build` first');
}

/** Four frames, two in a row, each under what it shows. */
function filmstrip(frames) {
  const figures = frames.map(
    ({ says, png }) =>
      `<figure><figcaption>${says}</figcaption><img src="data:image/png;base64,${png}" alt=""></figure>`,
  );
  return `<style>
    body { margin: 0; background: #f6f6f4; font: 600 17px/24px system-ui, sans-serif; color: #1a1a18 }
    main { display: grid; grid-template-columns: 800px 800px; gap: 20px; padding: 20px }
    figure { margin: 0 }
    figcaption { margin-bottom: 8px }
    img { display: block; width: 798px; border: 1px solid #cfcdc6; border-radius: 8px }
  </style><main>${figures.join('')}</main>`;
}
