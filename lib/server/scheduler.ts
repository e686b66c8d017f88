// Starts scans by themselves, as the settings of the moment say: one after the other, never two at once.
import { readScanOptions, type ScanOptions } from '@/lib/config/scan-options';
import { nextRun } from '@/lib/config/schedule';
import type { Started } from './scan-desk';
import { logLine } from './server-log';

/** The settings are looked at so often, so that a changed file counts without a new start. */
const LOOK_MS = 10_000;

type Begin = (options: ScanOptions) => Promise<Started>;

/** When the next scan starts by itself, ISO 8601; null where none will. Never throws. */
export function nextScheduledScan(
  env: { readonly [name: string]: string | undefined },
  now: Date,
): string | null {
  const read = readScanOptions({}, [], env);
  if (read.kind === 'problem' || read.options.schedule === undefined) return null;
  return nextRun(read.options.schedule, now).toISOString();
}

/** Looks at the clock until the process ends. `begin` is called once for each moment of the schedule. */
export function startScheduler(begin: Begin): void {
  let looked = new Date();
  const look = async () => {
    const now = new Date();
    const due = nextScheduledScan(process.env, looked);
    looked = now;
    if (due !== null && Date.parse(due) <= now.getTime()) await runOnce(begin);
  };
  setInterval(() => void look(), LOOK_MS).unref();
}

async function runOnce(begin: Begin): Promise<void> {
  const read = readScanOptions({}, [], process.env);
  if (read.kind === 'problem') return logLine('error', `scheduled scan: ${read.problem}`);
  try {
    const started = await begin(read.options);
    if (started.kind === 'started') logLine('info', 'scheduled scan started', { scan: started.id });
    else logLine('info', 'scheduled scan left out: another one is running', { scan: started.id });
  } catch (error) {
    logLine('error', `scheduled scan: ${error instanceof Error ? error.message : 'it could not be started'}`);
  }
}
