// How much compressed JavaScript the first page takes.
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import type { Row } from './map';
import { openPage, painted } from './map-browser';
import type { BenchServer } from './map-server';

/** Every script that the overview of the example fetches until nothing more comes, as gzip makes of it. */
export async function firstPage(browser: Browser, server: BenchServer): Promise<readonly Row[]> {
  const page = await openPage(browser);
  const scripts: Promise<number>[] = [];
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script')
      scripts.push(answer.body().then((body) => gzipSync(body, { level: 6 }).length));
  });
  await page.goto(`${server.at}/?snapshot=example`, { waitUntil: 'networkidle' });
  await painted(page);
  const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  await page.close();
  return [
    {
      what: `first page: compressed JavaScript in ${scripts.length} files`,
      measured: `${Math.round(bytes / 1024)} KB`,
      toReach: '300 KB',
    },
  ];
}
