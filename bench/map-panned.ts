// Dragging and zooming the map of about 5,000 nodes, collapsed by account.
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Row } from './map';
import { framesWhile, openPage, painted, spread } from './map-browser';
import type { BenchServer } from './map-server';

const PAN_MS = 10_000;

/** Ten seconds of scripted dragging, and ten of the wheel. */
export async function pannedMap(browser: Browser, server: BenchServer): Promise<readonly Row[]> {
  const snapshot = server.snapshot('fiveThousandNodes');
  const page = await openPage(browser);
  await page.goto(`${server.at}/pipelines?snapshot=${snapshot}`);
  const start = performance.now();
  await page.getByRole('row').getByRole('link').first().click();
  await page.locator('[data-card]').last().waitFor();
  await painted(page);
  const opened = Math.round(performance.now() - start);
  const cards = await page.locator('[data-card]').count();
  const what = `map of 5,000 nodes in 1,000 accounts, collapsed by account (${cards} cards)`;
  const work = await page.context().newCDPSession(page);
  await work.send('Performance.enable');
  const before = await workMs(work);
  const panned = await framesWhile(page, () => drag(page));
  const perFrame = ((await workMs(work)) - before) / panned.length;
  const zoomed = await framesWhile(page, () => wheel(page));
  await page.close();
  return [
    {
      what: `${what}: a frame while panning`,
      measured: spread(panned),
      toReach: 'median 17.5 ms, p95 34 ms',
    },
    {
      what: 'the same: work of the main thread for a frame, on average',
      measured: `${perFrame.toFixed(1)} ms`,
      toReach: '10 ms',
    },
    { what: 'the same: a frame while zooming', measured: spread(zoomed), toReach: '' },
    { what: 'the same: click to last card painted', measured: `${opened} ms`, toReach: '' },
  ];
}

/** All tasks of the page's main thread until now, ms. */
async function workMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

async function drag(page: Page): Promise<void> {
  await page.mouse.move(500, 500);
  await page.mouse.down();
  const until = performance.now() + PAN_MS;
  for (let step = 0; performance.now() < until; step += 1)
    await page.mouse.move(500 + 300 * Math.sin(step / 20), 500 + 150 * Math.cos(step / 13));
  await page.mouse.up();
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(500, 400);
  const until = performance.now() + PAN_MS;
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.wheel(0, 60 * Math.sin(step / 25));
    await page.waitForTimeout(16);
  }
}
