// From the click on a pipeline of about 1,000 nodes to its last card painted; and the overview of many accounts.
import type { Browser } from '@playwright/test';
import type { Row } from './map';
import { openPage, painted, quantile } from './map-browser';
import type { BenchServer } from './map-server';

const ROUNDS = 5;

/** The first time, and the median of the rest: the server keeps a drawing. The look at the list before judges the snapshot; that is
 *  not what is measured. */
export async function paintedMap(browser: Browser, server: BenchServer): Promise<readonly Row[]> {
  const snapshot = server.snapshot('thousandNodes');
  const times: number[] = [];
  let cards = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPage(browser);
    await page.goto(`${server.at}/pipelines?snapshot=${snapshot}`);
    const link = page.getByRole('row').getByRole('link').first();
    const start = performance.now();
    await link.click();
    await page.locator('[data-card]').last().waitFor();
    await painted(page);
    times.push(performance.now() - start);
    cards = await page.locator('[data-card]').count();
    await page.close();
  }
  const [first = 0, ...others] = times;
  return [
    {
      what: `map of 1,000 nodes, folded by account as it opens (${cards} cards): click to last card painted`,
      measured: `${Math.round(first)} ms the first time, then ${Math.round(
        quantile(
          others.sort((a, b) => a - b),
          0.5,
        ),
      )} ms`,
      toReach: '2,000 ms',
    },
    await whole(browser, server),
    await overview(browser, server, 'hundredAccounts', '100'),
    await overview(browser, server, 'thousandAccounts', '1,000'),
  ];
}

/** The same with nothing folded, opened by its URL. */
async function whole(browser: Browser, server: BenchServer): Promise<Row> {
  const snapshot = server.snapshot('thousandNodes');
  const page = await openPage(browser);
  await page.goto(`${server.at}/pipelines?snapshot=${snapshot}`);
  const href = await page.getByRole('row').getByRole('link').first().getAttribute('href');
  const start = performance.now();
  await page.goto(`${server.at}${href}&fold=`);
  await page.locator('[data-card]').last().waitFor();
  await painted(page);
  const time = performance.now() - start;
  await page.close();
  return {
    what: 'the same with nothing folded, by its URL: to the last card in sight painted',
    measured: `${Math.round(time)} ms`,
    toReach: '',
  };
}

async function overview(
  browser: Browser,
  server: BenchServer,
  name: Parameters<BenchServer['snapshot']>[0],
  accounts: string,
): Promise<Row> {
  const snapshot = server.snapshot(name);
  const page = await openPage(browser);
  // Judged and kept before.
  await page.goto(`${server.at}/?snapshot=${snapshot}`);
  await page.locator('[data-card]').last().waitFor();
  const start = performance.now();
  await page.goto(`${server.at}/?snapshot=${snapshot}`);
  await page.locator('[data-card]').last().waitFor();
  await painted(page);
  const time = performance.now() - start;
  await page.close();
  return {
    what: `overview of ${accounts} accounts, judged before: page to last card painted`,
    measured: `${Math.round(time)} ms`,
    toReach: '',
  };
}
