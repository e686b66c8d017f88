// A scan in a process of its own, for the dashboard: orders come in and reports go out over the channel to the parent.
import { RULE_IDS } from '@/lib/analysis/settings';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { readScanOptions } from '@/lib/config/scan-options';
import { fromKept } from '@/lib/jobs/kept-request';
import { keepScan, resumeScan } from '@/lib/jobs/kept-scan';
import type { ScanOrder, ScanReport } from '@/lib/jobs/scan-process-messages';
import { judgementKey } from '@/lib/kept/judgement-key';
import { keepJudgement } from '@/lib/kept/keep-judgement';
import { ScanProblem } from '@/lib/scan/scan-problem';
import { placeOf } from '@/lib/store/place';
import { openStore, type Store } from '@/lib/store/store';
import { SnapshotProblem } from '@/lib/store/store-problem';
import packageJson from '../../package.json';
import { tellWebhooks } from './tell-webhooks';

type ScanToDo = Exclude<ScanOrder, { kind: 'stop' | 'judge' }>;

const INTERRUPTED = 130;
const controller = new AbortController();

function tell(report: ScanReport): void {
  if (process.connected) process.send?.(report);
}

function stop(): void {
  if (controller.signal.aborted) process.exit(INTERRUPTED);
  controller.abort();
}

async function scan(store: Store, order: ScanToDo): Promise<void> {
  const options = {
    env: process.env,
    now: () => new Date(),
    onProgress: (event: (ScanReport & { kind: 'event' })['event']) => tell({ kind: 'event', event }),
    signal: controller.signal,
    toolVersion: packageJson.version,
  };
  if (order.kind === 'resume') {
    await resumeScan(store, order.id, undefined, options);
    return;
  }
  const request = fromKept(order.request);
  if (request === null) throw new ScanProblem('what was asked for cannot be read: start the scan again');
  await keepScan(store, request, { ...options, id: order.id });
}

/** What the settings ask for once a snapshot is complete; it is complete whatever comes of that. */
async function afterwards(store: Store, id: string): Promise<void> {
  try {
    const read = readScanOptions({}, [], process.env);
    if (read.kind === 'problem') throw new SnapshotProblem(read.problem);
    const { webhooks, retention } = read.options;
    await keepJudged(store, id);
    for (const line of await tellWebhooks(store, id, webhooks, process.env)) console.error(logLine(line));
    const thrownAway = await store.retain(retention, new Date());
    if (thrownAway.length > 0) console.error(logLine(`thrown away: ${thrownAway.join(', ')}`));
  } catch (error) {
    console.error(logLine(error instanceof SnapshotProblem ? error.message : unexpected(error)));
  }
}

/** Judged here, where no page waits for it, so that pages open at once. @throws SnapshotProblem */
async function keepJudged(store: Store, id: string): Promise<void> {
  const read = readAnalysisSettings(undefined, process.env, RULE_IDS);
  if (read.kind === 'problem') throw new SnapshotProblem(read.problem);
  const key = judgementKey(id, read.settings);
  if (key !== null) await keepJudgement(store, id, read.settings, key);
}

/** As the log of the server wants it. */
function logLine(message: string): string {
  if (process.env.HATSTACK_LOG !== 'json') return message;
  return JSON.stringify({ time: new Date().toISOString(), level: 'info', command: 'serve', message });
}

/** @returns how it ended, or null where that is already told */
async function run(order: Exclude<ScanOrder, { kind: 'stop' }>): Promise<ScanReport | null> {
  let store: Store | null = null;
  try {
    store = await openStore(placeOf(process.env), (line) => process.stderr.write(`${logLine(line)}\n`));
    if (order.kind === 'judge') {
      await keepJudged(store, order.id);
      return { kind: 'complete' };
    }
    await scan(store, order);
    tell({ kind: 'complete' });
    await afterwards(store, order.id);
    return null;
  } catch (error) {
    const isExpected = error instanceof ScanProblem || error instanceof SnapshotProblem;
    const row = await store?.find(order.id).catch(() => null);
    const isStopped = controller.signal.aborted && isExpected;
    return {
      kind: 'ended',
      why: isStopped ? 'stopped' : 'failed',
      problem: isStopped ? null : isExpected ? error.message : unexpected(error),
      isKept: row?.state === 'running',
    };
  } finally {
    await store?.close().catch(() => {});
  }
}

/** The stack goes to the log of the server, the first line to the page. */
function unexpected(error: unknown): string {
  console.error(error);
  return `the scan met an error of its own (${error instanceof Error ? error.name : 'unknown'}): the log of the server has it`;
}

process.on('message', async (order: ScanOrder) => {
  if (order.kind === 'stop') return stop();
  const report = await run(order);
  // Ends only when the parent has it.
  if (process.connected && report !== null) process.send?.(report, () => process.exit(0));
  else process.exit(0);
});
// Ctrl-C on the terminal of the server reaches this process too, and so does the server's end: then it stops in good order.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop());
process.on('disconnect', () => {
  if (!controller.signal.aborted) stop();
});
