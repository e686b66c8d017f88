// How busy a scan into a store keeps the line, and what it costs as accounts grow: against an endpoint in a process of its own that
// answers in 50 ms and throttles. `node --import tsx bench/scan.ts [ACCOUNTS ...]`, each size in a process of its own, with a heap of
// HEAP_MB at most. JOURNAL=memory leaves the store out.
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type KeptScanOptions, keepScan } from '@/lib/jobs/kept-scan';
import { runScan } from '@/lib/scan/run-scan';
import { placeOf } from '@/lib/store/place';
import { openStore } from '@/lib/store/store';

const PORT = Number(process.env.PORT ?? 4700);
const ENDPOINT = `http://127.0.0.1:${PORT}`;
const REGIONS = ['us-east-1', 'us-east-2', 'eu-west-1', 'eu-central-1'].slice(
  0,
  Number(process.env.REGIONS ?? 4),
);
const CAP = 20;
const SAMPLE_MS = 100;
/** What lives is known after a collection, and that takes time: now and then. */
const COLLECT_MS = 10_000;
const HEAP_MB = Number(process.env.HEAP_MB ?? 96);
const SIZES = process.argv.slice(2).map(Number);

if (process.env.BENCH_ACCOUNTS === undefined) await all(SIZES.length > 0 ? SIZES : [10, 100, 1000]);
else await one(Number(process.env.BENCH_ACCOUNTS));

async function all(sizes: readonly number[]): Promise<void> {
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./aws-endpoint.ts', import.meta.url))],
    {
      env: { ...process.env, PORT: String(PORT) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((resolve) => server.stdout.once('data', resolve));
  try {
    for (const accounts of sizes) {
      const env = {
        ...process.env,
        BENCH_ACCOUNTS: String(accounts),
        AWS_ENDPOINT_URL: ENDPOINT,
        AWS_ACCESS_KEY_ID: 'AKIA100000000000',
        AWS_SECRET_ACCESS_KEY: 's',
        AWS_REGION: 'us-east-1',
      };
      const child = fork(fileURLToPath(import.meta.url), [], {
        env,
        execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MB}`],
      });
      await new Promise((resolve) => child.once('exit', resolve));
    }
  } finally {
    server.kill();
  }
}

async function one(accounts: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hatstack-bench-'));
  const ids = Array.from({ length: accounts }, (_, at) => String(100_000_000_001 + at));
  const bound: boolean[] = [];
  let rss = 0;
  let live = 0;
  let collected = performance.now();
  let totals = { calls: 0, throttles: 0 };
  let gaps = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const request = {
    accounts: ids,
    regions: REGIONS,
    roleName: 'HatstackRead',
    sessionName: 'hatstack',
    concurrency: CAP,
  };
  const options: KeptScanOptions = {
    env: process.env,
    now: () => new Date(),
    toolVersion: 'bench',
    callsEveryMs: SAMPLE_MS,
    onProgress(event) {
      if (event.kind === 'gap') gaps += 1;
      if (event.kind !== 'calls') return;
      totals = event;
      bound.push(event.open >= CAP || event.waiting > 0);
      rss = Math.max(rss, process.memoryUsage().rss);
      if (performance.now() - collected < COLLECT_MS) return;
      globalThis.gc?.();
      live = Math.max(live, process.memoryUsage().heapUsed);
      collected = performance.now();
    },
  };
  try {
    // What is held in memory costs no disk: the difference is what the store costs.
    if (process.env.JOURNAL === 'memory') await runScan(request, options);
    else {
      const store = await openStore(placeOf({ HATSTACK_HOME: folder }));
      await keepScan(store, request, options).finally(() => store.close());
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  // A sample that did not come because the process was busy is one at which the line was not the bound.
  const due = Math.max(bound.length, Math.floor((seconds * 1000) / SAMPLE_MS));
  const counts = await (await fetch(`${ENDPOINT}/counts`)).json();
  console.log(
    [
      `${accounts} accounts × ${REGIONS.length} regions`,
      `${totals.calls} calls`,
      `${totals.throttles} throttled`,
      `${gaps} gaps`,
      `${seconds.toFixed(1)} s`,
      `${Math.round(totals.calls / seconds)} calls/s`,
      `${((used.user + used.system) / 1e6).toFixed(1)} s of processor`,
      `bound by cap or rate in ${Math.round((bound.filter(Boolean).length / due) * 100)} % of ${due} samples`,
      `at most ${counts.most} on the way`,
      `${Math.round(rss / 2 ** 20)} MB resident at most`,
      `${Math.round(live / 2 ** 20)} MB of it live`,
    ].join('  '),
  );
}
