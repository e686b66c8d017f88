// A journal that is gone with the process: for scans whose snapshot is wanted as a value.
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { factIndex } from './fact-index';
import type { ScanJournal, ScanPlan, UnitKey } from './scan-journal';
import { ScanLog } from './scan-log';
import { snapshotId } from './snapshot-id';

export interface MemoryJournal extends ScanJournal {
  /** What was kept. @throws Error before there is a plan */
  readonly snapshot: () => Snapshot;
}

/** An empty one. */
export function memoryJournal(began: Date): MemoryJournal {
  const log = new ScanLog();
  const waiting = { 1: [] as UnitKey[], 2: [] as UnitKey[], 3: [] as UnitKey[] };
  const planned = { 1: 0, 2: 0, 3: 0 };
  const done = { 1: 0, 2: 0, 3: 0 };
  let plan: ScanPlan | null = null;
  return {
    plan: async () => plan,
    async prepare(made, units, heard) {
      plan = made;
      for (const unit of units) {
        waiting[unit.phase].push(unit);
        planned[unit.phase] += 1;
      }
      log.add(heard);
    },
    take: async (phase, limit) => waiting[phase].splice(0, limit),
    async keep(unit, heard) {
      log.add(heard);
      done[unit.phase] += 1;
    },
    // Nobody goes on with what is gone with its process.
    placesDone: async () => [],
    progress: async (phase) => ({ done: done[phase], units: planned[phase] }),
    found: () => factIndex(log.facts()),
    snapshot() {
      if (plan === null) throw new Error('invariant broken: a snapshot before its plan');
      return {
        version: 1,
        id: snapshotId(began),
        takenAt: began.toISOString(),
        accounts: plan.accounts,
        regions: plan.regions,
        ...log.heard(),
      };
    },
  };
}
