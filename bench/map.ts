// How fast large drawings come and move, in a headless Chromium on the built server: `npm run build` first.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { organization } from './organization';

const PORT = Number(process.env.PORT ?? 4877);
const AT = `http://127.0.0.1:${PORT}`;
const PAN_MS = 10_000;
const PATIENCE_MS = 180_000;

/** One pipeline whose graph, opened whole, has about as many cards as said. */
const SIZES = [
  { name: 'about 1,000 cards', actions: 450, accounts: 40 },
  { name: 'about 5,000 cards', actions: 950, accounts: 1000 },
];

const home = mkdtempSync(join(tmpdir(), 'hatstack-bench-'));
mkdirSync(join(home, 'snapshots'), { recursive: true });
for (const [index, size] of SIZES.entries())
  writeFileSync(
    join(home, 'snapshots', `bench${index}.json.gz`),
    gzipSync(
      JSON.stringify({
        ...organization({
          accounts: size.accounts,
          rolesPerAccount: 3,
          pipelines: 1,
          actionsPerPipeline: size.actions,
          regions: 3,
        }),
        id: `bench${index}`,
      }),
    ),
  );
const server = spawn(process.execPath, ['.next/standalone/server.js'], {
  stdio: 'ignore',
  env: { ...process.env, HATSTACK_HOME: home, HOSTNAME: '127.0.0.1', PORT: String(PORT) },
});
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await ready();
  for (const [index, { name }] of SIZES.entries()) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${AT}/pipelines?snapshot=bench${index}`, { timeout: PATIENCE_MS });
    // The first look at a snapshot judges all of it: that is not what is measured.
    const link = page.getByRole('row').getByRole('link').first();
    const start = performance.now();
    await link.click();
    await page.locator('[data-card]').last().waitFor();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const painted = performance.now() - start;
    const cards = await page.locator('[data-card]').count();
    const frames = await pan(page);
    console.log(
      `${name}: ${cards} drawn, last one painted after ${Math.round(painted)} ms; panning ${PAN_MS / 1000} s: median ${at(frames, 0.5)} ms a frame, p95 ${at(frames, 0.95)} ms`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}

/** Waits for the server to answer. */
async function ready(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${AT}/pipelines`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the server did not start: was it built?');
}

/** The lengths of all frames, in ms and in order, while the drawing is dragged to and fro. */
async function pan(page: Page): Promise<readonly number[]> {
  // As text: what a loader adds to functions is not known in the page.
  await page.evaluate(
    'window.benchFrames = []; let last = performance.now(); requestAnimationFrame(function tick(now) { window.benchFrames.push(now - last); last = now; requestAnimationFrame(tick); })',
  );
  await page.mouse.move(500, 500);
  await page.mouse.down();
  const until = performance.now() + PAN_MS;
  for (let step = 0; performance.now() < until; step += 1)
    await page.mouse.move(500 + 300 * Math.sin(step / 20), 500 + 150 * Math.cos(step / 13));
  await page.mouse.up();
  const frames = await page.evaluate<number[]>('window.benchFrames');
  return frames.slice(1).sort((a, b) => a - b);
}

function at(frames: readonly number[], part: number): string {
  return (frames[Math.floor(frames.length * part)] ?? 0).toFixed(1);
}
