// Reads the units of one phase, several at a time, and keeps what each said before it counts as done.
import { setTimeout as wait } from 'node:timers/promises';
import { globalRegion } from '@/lib/aws/partition';
import { collectUnit } from './collect-unit';
import { type Known, knownBefore } from './known';
import type { Heard, ScanJournal, UnitKey } from './scan-journal';
import { ScanProblem } from './scan-problem';
import { unitsAtOnce } from './scan-request';
import type { ScanTools } from './scan-tools';

/** How often one looks whether others are through with what they took. */
const LOOK_AGAIN_MS = 500;

/** Returns when every unit of the phase is kept, by whomever it was read.
 *  @throws ScanProblem when it is stopped; whatever the journal throws when it cannot keep a unit */
export async function runPhase(
  phase: UnitKey['phase'],
  journal: ScanJournal,
  tools: ScanTools,
): Promise<void> {
  let { done, units } = await journal.progress(phase);
  tools.tell({ kind: 'phase-started', phase, units });
  if (done >= units) return;
  const known = knownBefore(phase, tools.collectors.values(), journal.found());
  for (;;) {
    await eachTaken(takenUnits(phase, journal, tools), unitsAtOnce(tools.request), async (unit) => {
      const place = placeOf(unit, tools);
      tools.tell({ kind: 'unit-started', ...place });
      const heard = await readUnit(unit, tools, known);
      await journal.keep(unit, heard);
      done += 1;
      const { facts, gaps } = heard;
      for (const gap of gaps) tools.tell({ kind: 'gap', ...gap });
      tools.tell({ kind: 'unit-done', ...place, facts: facts.length, gaps: gaps.length, done, units });
    });
    if (tools.signal?.aborted) throw new ScanProblem('the scan was stopped');
    ({ done, units } = await journal.progress(phase));
    if (done >= units) return;
    await wait(LOOK_AGAIN_MS);
  }
}

/** What the unit says; the account's refusal, where its role cannot be put on any more.
 *  @throws ScanProblem for a unit that another version of hatstack planned */
export async function readUnit(unit: UnitKey, tools: ScanTools, known: Known): Promise<Heard> {
  const collector = tools.collectors.get(unit.collector);
  if (collector === undefined) {
    throw new ScanProblem(
      `this scan was planned by another version of hatstack, which reads \`${unit.collector}\`: go on with that version, or scan anew`,
    );
  }
  const { sessions, pool, caller } = tools;
  const session = await sessions.open(unit.account);
  if (session.kind === 'refused') return { facts: [], gaps: [session.gap] };
  const { account, region } = unit;
  const { partition } = caller;
  const { credentials } = session;
  return collectUnit(
    { collector, account, region },
    { partition, homeRegion: globalRegion(partition), pool, credentials, known },
  );
}

function placeOf({ collector, account, region }: UnitKey, { collectors }: ScanTools) {
  return { service: collectors.get(collector)?.service ?? collector, account, region };
}

async function* takenUnits(phase: UnitKey['phase'], journal: ScanJournal, { request, signal }: ScanTools) {
  while (!signal?.aborted) {
    const units = await journal.take(phase, unitsAtOnce(request));
    if (units.length === 0) return;
    yield* units;
  }
}

/** Rejects with the first failure, after what runs has ended. */
async function eachTaken(
  taken: AsyncGenerator<UnitKey>,
  limit: number,
  work: (unit: UnitKey) => Promise<void>,
): Promise<void> {
  const workers = Array.from({ length: limit }, async () => {
    // The workers share one generator, so each unit goes to one of them; one that fails closes it for all.
    for await (const unit of taken) await work(unit);
  });
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((worker) => worker.status === 'rejected');
  if (failed) throw failed.reason;
}
