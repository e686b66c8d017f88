// The scans of this server: one at a time, begun, gone on with and stopped; the last few stay to be looked at.
import 'server-only';
import type { ScanOptions } from '@/lib/config/scan-options';
import { toKept } from '@/lib/jobs/kept-request';
import type { ScanOrder } from '@/lib/jobs/scan-process-messages';
import { snapshotId } from '@/lib/scan/snapshot-id';
import { isBeingJudged } from './kept-judgement';
import { RunningScan } from './running-scan';
import { type ScanChild, startScanChild } from './scan-child';
import { logLine } from './server-log';

const MOST_REMEMBERED = 10;

interface Desk {
  running: { readonly scan: RunningScan; readonly child: ScanChild } | null;
  /** The oldest first. */
  readonly scans: Map<string, RunningScan>;
}

const slot = Symbol.for('hatstack.scan-desk');
const shared = globalThis as { [slot: symbol]: Desk | undefined };

function desk(): Desk {
  const own = shared[slot] ?? { running: null, scans: new Map() };
  shared[slot] = own;
  return own;
}

export type Started =
  | { readonly kind: 'started'; readonly id: string }
  /** Another one runs, which is to be watched or stopped first. */
  | { readonly kind: 'busy'; readonly id: string };

/** Begins a scan. Never throws. */
export function beginScan(options: ScanOptions, by: 'person' | 'schedule'): Started {
  const id = snapshotId(new Date());
  return start({ kind: 'begin', id, request: toKept(options) }, by);
}

/** Goes on with an interrupted one. Never throws. */
export function goOnWithScan(id: string): Started {
  return start({ kind: 'resume', id }, 'person');
}

/** Asks the scan to end in good order, and the second time to end at once. @returns false where it does not run here */
export function stopScan(id: string): boolean {
  const { running } = desk();
  if (running === null || running.scan.start.id !== id) return false;
  running.scan.stopping();
  running.child.stop();
  return true;
}

/** The scan of that id that this server runs or ran, or null. Never throws. */
export function findScan(id: string): RunningScan | null {
  return desk().scans.get(id) ?? null;
}

/** The one that runs, else the last one that did; null: none since the server started. Never throws. */
export function lastScan(): RunningScan | null {
  const { running, scans } = desk();
  return running?.scan ?? [...scans.values()].at(-1) ?? null;
}

function start(order: Exclude<ScanOrder, { kind: 'stop' | 'judge' }>, by: 'person' | 'schedule'): Started {
  const own = desk();
  if (own.running !== null) return { kind: 'busy', id: own.running.scan.start.id };
  const { id } = order;
  const scan = new RunningScan({ id, startedAt: new Date().toISOString(), isScheduled: by === 'schedule' });
  own.scans.delete(id);
  own.scans.set(id, scan);
  for (const oldest of own.scans.keys()) if (own.scans.size > MOST_REMEMBERED) own.scans.delete(oldest);
  const child = startScanChild(order, (report) => {
    if (report.kind !== 'event') {
      own.running = null;
      // Its process goes on for a while and judges what it read.
      if (report.kind === 'complete') isBeingJudged(id, child.ended);
      const how = report.kind === 'complete' ? 'complete' : report.why;
      logLine(how === 'failed' ? 'error' : 'info', `scan ${how}`, { scan: id });
    }
    scan.follow(report);
  });
  own.running = { scan, child };
  logLine('info', `scan ${order.kind === 'begin' ? 'started' : 'gone on with'}`, { scan: id, by });
  return { kind: 'started', id };
}
