// What a page of one pipeline costs in a process that holds nothing else, as the dashboard does after a start: for `bench/store.ts`.
// `node --expose-gc --import tsx bench/store-page.ts FILE SNAPSHOT KEY`
import { type KeptJudgement, keptPipeline, keptViews } from '../lib/kept/open-kept';
import { openStore } from '../lib/store/store';

const [file = '', snapshot = '', key = ''] = process.argv.slice(2);
const PAGES = 40;

const store = await openStore({ kind: 'sqlite', file });
const judgement: KeptJudgement = { store, snapshot, key, settings: {} };
const began = performance.now();
const views = await keptViews(judgement, ['header', 'pipelines', 'gaps', 'coverage']);
const list = performance.now() - began;
if (views === null) throw new Error(`no judgement of ${snapshot} is kept`);
const rows = views.pipelines;
const times: number[] = [];
let most = 0;
for (let page = 0; page < PAGES; page += 1) {
  const row = rows[Math.floor((page * rows.length) / PAGES)];
  if (row === undefined) continue;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const opened = await keptPipeline(judgement, row.id, views.header);
  if (opened.kind !== 'judged') throw new Error(`${row.id}: ${opened.kind}`);
  times.push(performance.now() - start);
  globalThis.gc?.();
  most = Math.max(most, process.memoryUsage().heapUsed - before);
}
await store.close();
const [first = 0, ...warm] = times;
const sorted = warm.toSorted((a, b) => a - b);
process.stdout.write(
  `list ${Math.round(list)} ms; a pipeline ${Math.round(first)} ms at first, then ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms in the median, ${Math.round(sorted.at(-1) ?? 0)} ms and ${(most / 1e6).toFixed(1)} MB at most; process ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
);
