// Scrolling the table of 2,000 pipelines.
import type { Browser } from '@playwright/test';
import type { Row } from './map';
import { framesWhile, openPage, painted, spread } from './map-browser';
import type { BenchServer } from './map-server';

const SCROLL_MS = 10_000;

/** Ten seconds of the wheel, to the end and back. */
export async function scrolledTable(browser: Browser, server: BenchServer): Promise<readonly Row[]> {
  const page = await openPage(browser);
  await page.goto(`${server.at}/pipelines?snapshot=${server.snapshot('manyPipelines')}`);
  await page.getByRole('row').nth(5).waitFor();
  await painted(page);
  await page.mouse.move(600, 600);
  const frames = await framesWhile(page, async () => {
    const until = performance.now() + SCROLL_MS;
    for (let step = 0; performance.now() < until; step += 1) {
      await page.mouse.wheel(0, step % 500 < 250 ? 320 : -320);
      await page.waitForTimeout(16);
    }
  });
  await page.close();
  return [
    {
      what: 'pipelines table of 2,000 rows: a frame while scrolling',
      measured: spread(frames),
      toReach: 'median 17.5 ms, p95 34 ms',
    },
  ];
}
