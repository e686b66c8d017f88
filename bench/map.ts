// How fast large drawings and lists come and move, in a headless Chromium on the built server: `npm run build` first.
//
// `node --import tsx bench/map.ts [GOAL ...]` prints a row for each goal; each is a line in `GOALS`.
import { openBrowser } from './map-browser';
import { firstPage } from './map-first-page';
import { openingAPath } from './map-opening';
import { paintedMap } from './map-painted';
import { pannedMap } from './map-panned';
import { scrolledTable } from './map-scrolled';
import { benchServer } from './map-server';

/** One more goal is one file and one line. */
const GOALS = { paintedMap, pannedMap, scrolledTable, openingAPath, firstPage };

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly toReach: string;
}

const wanted = new Set(process.argv.slice(2));
const browser = await openBrowser();
const server = await benchServer();
try {
  console.log('| what | measured | to reach |\n|---|---:|---:|');
  for (const [name, measure] of Object.entries(GOALS)) {
    if (wanted.size > 0 && !wanted.has(name)) continue;
    for (const { what, measured, toReach } of await measure(browser, server))
      console.log(`| ${what} | ${measured} | ${toReach} |`);
  }
} finally {
  await browser.close();
  server.stop();
}
