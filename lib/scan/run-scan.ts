// One scan, from credentials to snapshot.
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { memoryJournal } from './memory-journal';
import { unitsByPlace } from './plan';
import { runPhase } from './run-phase';
import type { ScanJournal } from './scan-journal';
import { planScan } from './scan-planner';
import { ScanProblem } from './scan-problem';
import type { ScanOptions, ScanRequest } from './scan-request';
import { type ScanTools, withScanTools } from './scan-tools';

const PHASES = [1, 2, 3] as const;

/** Reads what was asked for, into memory. What AWS refuses becomes a gap and the scan goes on.
 *  @throws ScanProblem when it cannot begin: no credentials or refused ones, nobody answers, nothing to read, no account opens */
export async function runScan(request: ScanRequest, options: ScanOptions): Promise<Snapshot> {
  const journal = memoryJournal(options.now());
  await scanInto(journal, request, options);
  return journal.snapshot();
}

/** The same into a journal, going on where that one stopped. When it returns, every unit is kept.
 *  @throws ScanProblem as runScan; also when the journal was begun with credentials of another account */
export function scanInto(journal: ScanJournal, request: ScanRequest, options: ScanOptions): Promise<void> {
  return withScanTools(request, options, async (tools) => {
    await prepare(journal, tools);
    await tellPlan(journal, tools);
    for (const phase of PHASES) await runPhase(phase, journal, tools);
  });
}

/** Only plans into the journal, unless it has a plan: others do the reading. @throws ScanProblem as runScan */
export function prepareInto(journal: ScanJournal, request: ScanRequest, options: ScanOptions): Promise<void> {
  return withScanTools(request, options, async (tools) => {
    await prepare(journal, tools);
    await tellPlan(journal, tools);
  });
}

async function tellPlan(journal: ScanJournal, { collectors, tell }: ScanTools): Promise<void> {
  const phases = await Promise.all(PHASES.map((phase) => journal.progress(phase)));
  const units = phases.reduce((sum, one) => sum + one.units, 0);
  const done = phases.reduce((sum, one) => sum + one.done, 0);
  const plan = await journal.plan();
  const through = await journal.placesDone();
  const places = unitsByPlace([...collectors.values()], plan?.places ?? [], through);
  tell({ kind: 'planned', units, done, places });
}

/** Plans, unless the journal has a plan already. */
async function prepare(journal: ScanJournal, tools: ScanTools): Promise<void> {
  const kept = await journal.plan();
  if (kept === null) {
    const { plan, units, heard } = await planScan(tools);
    return journal.prepare(plan, units, heard);
  }
  checkCaller(kept.caller, tools);
  const { regions } = tools.request;
  tools.tell({
    kind: 'started',
    caller: tools.caller.arn,
    accounts: kept.accounts.length,
    regions: regions.length > 0 ? regions.length : null,
  });
}

/** @throws ScanProblem when a plan of another account's credentials would be gone on with: they see other things */
export function checkCaller(planned: string, { caller }: ScanTools): void {
  if (planned === caller.account) return;
  throw new ScanProblem(
    `this scan was begun with credentials of account ${planned}, and these are of ${caller.account}: go on with the former, or scan anew`,
  );
}
