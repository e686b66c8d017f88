// A headless Chromium, and what is measured in it.
import { type Browser, chromium, type Page } from '@playwright/test';

const PATIENCE_MS = 300_000;

/** `CHROMIUM_PATH` names one that is there already. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A window of the usual size that waits for slow servers. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  return page;
}

/** Until what is there has been painted. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The lengths of all frames, ms, in order of length, while `act` goes on. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  // As text: what a loader adds to functions is not known in the page.
  await page.evaluate(
    'window.bench = { frames: [], isOn: true }; { const { bench } = window; let last = performance.now(); requestAnimationFrame(function tick(now) { bench.frames.push(now - last); last = now; if (bench.isOn) requestAnimationFrame(tick); }); }',
  );
  await act();
  const frames = await page.evaluate<number[]>('window.bench.isOn = false, window.bench.frames');
  return frames.slice(1).sort((a, b) => a - b);
}

/** The value below which this part of the sorted values lies. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** `median 16.7 ms, p95 16.8 ms`. */
export function spread(sorted: readonly number[]): string {
  return `median ${quantile(sorted, 0.5).toFixed(1)} ms, p95 ${quantile(sorted, 0.95).toFixed(1)} ms`;
}
