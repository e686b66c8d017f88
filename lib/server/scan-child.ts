// Starts a scan, or the judging of one, in a process of its own, so that pages stay quick while it parses, hashes and flushes, and so that its end is not ours.
import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanOrder, ScanReport } from '@/lib/jobs/scan-process-messages';

export interface ScanChild {
  /** Asks it to end in good order; asked again, it ends at once. */
  readonly stop: () => void;
  /** When its process has ended, which is later than the report of how the scan did. */
  readonly ended: Promise<void>;
}

/** The built server works in `.next/standalone`, the development server in the project. */
const SCRIPTS = ['../../dist/scan-process.mjs', 'dist/scan-process.mjs'];

/** Reports until it has ended; the last report is how. Never throws: what goes wrong is a report. */
export function startScanChild(
  order: Exclude<ScanOrder, { kind: 'stop' }>,
  onReport: (report: ScanReport) => void,
): ScanChild {
  const script = SCRIPTS.map((one) => join(/* turbopackIgnore: true */ process.cwd(), one)).find(existsSync);
  if (script === undefined) {
    queueMicrotask(() =>
      onReport(failed('the scanner is not compiled: run `npm run build`, then start again')),
    );
    return { stop: () => {}, ended: Promise.resolve() };
  }
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: process.env,
  });
  let isOver = false;
  const report = (one: ScanReport) => {
    if (isOver) return;
    isOver = one.kind !== 'event';
    onReport(one);
  };
  child.on('message', (message) => report(message as ScanReport));
  child.on('error', () =>
    report(failed('the process of the scan cannot be started: see that Node may start another')),
  );
  child.on('exit', (code, signal) =>
    report(
      failed(`the process of the scan ended by itself (${signal ?? code}): go on with it, or scan again`),
    ),
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  send(child, order);
  return { stop: () => send(child, { kind: 'stop' }), ended };
}

function send(child: ChildProcess, order: ScanOrder): void {
  // One that has gone says so by its exit.
  if (child.connected) child.send(order, () => {});
}

/** Nobody asked what is kept; the store will say. */
function failed(problem: string): ScanReport {
  return { kind: 'ended', why: 'failed', problem, isKept: false };
}
