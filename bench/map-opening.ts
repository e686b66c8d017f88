// From the click on an action to the one-line answer of its permission path, and to its hops.
import type { Browser } from '@playwright/test';
import type { Row } from './map';
import { openPage, painted, quantile } from './map-browser';
import type { BenchServer } from './map-server';

const PIPELINES = 8;

/** One action of each of some pipelines of a snapshot of 1,000 accounts, none looked at before. */
export async function openingAPath(browser: Browser, server: BenchServer): Promise<readonly Row[]> {
  const page = await openPage(browser);
  await page.goto(`${server.at}/pipelines?snapshot=${server.snapshot('thousandAccounts')}`);
  // The page's frame comes before its rows.
  await page.getByRole('row').getByRole('link').first().waitFor();
  const links = await page
    .getByRole('row')
    .getByRole('link')
    .evaluateAll((all) => all.flatMap((one) => (one instanceof HTMLAnchorElement ? one.href : [])));
  const pipelines = [...new Set(links.filter((href) => href.includes('/pipelines/')))].slice(0, PIPELINES);
  const answers: number[] = [];
  const hops: number[] = [];
  for (const href of pipelines) {
    await page.goto(href);
    await page.locator('[data-card]').last().waitFor();
    await painted(page);
    // What the page does after it is painted is not what is measured.
    await page.waitForTimeout(500);
    const [answer, path] = await page.evaluate<[number, number]>(OPEN_LAST);
    answers.push(answer);
    hops.push(path);
  }
  await page.close();
  const inOrder = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);
  const words = (list: readonly number[]): string =>
    `median ${Math.round(quantile(inOrder(list), 0.5))} ms, worst ${Math.round(Math.max(...list))} ms`;
  return [
    {
      what: 'permission path, 1,000 accounts: click to one-line answer',
      measured: words(answers),
      toReach: '100 ms',
    },
    { what: 'the same: click to its hops', measured: words(hops), toReach: '' },
  ];
}

/** Clicks the last action of the drawing; the ms until the answer is painted, and until the first hop is. As text, for the page. */
const OPEN_LAST = `new Promise((done) => {
  const panel = () => document.querySelector('[aria-label="Permission path"] article');
  const start = performance.now();
  let answer = null;
  const look = () => {
    const article = panel();
    if (article !== null && answer === null) answer = performance.now() - start;
    if (article !== null && article.getAttribute('aria-busy') === null) done([answer, performance.now() - start]);
    else requestAnimationFrame(look);
  };
  [...document.querySelectorAll('[data-kind="action"][data-card]')].at(-1).click();
  requestAnimationFrame(look);
})`;
