// The journal of a scan in the store: what the scan hears becomes rows, and a plan that was kept is gone on with.
import { z } from 'zod';
import type { Json } from '@/lib/base/json';
import { BULKY_KINDS, type FactSource } from '@/lib/scan/fact-source';
import { mentionsIn } from '@/lib/scan/mentions';
import type { Heard, ScanJournal, ScanPlan, UnitKey } from '@/lib/scan/scan-journal';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { Store } from '@/lib/store/store';

/** What the row of a new snapshot says besides its plan. */
export interface Begun {
  readonly id: string;
  readonly takenAt: string;
  readonly toolVersion: string;
  readonly request: Json;
}

/** Nothing is written before `prepare`. */
export function storeJournal(store: Store, begun: Begun): ScanJournal {
  const { id } = begun;
  /** Units that were given out here and are not kept yet. */
  let inHand = 0;

  async function take(phase: UnitKey['phase'], limit: number): Promise<readonly UnitKey[]> {
    let units = await store.take(id, phase, limit);
    if (units.length === 0 && inHand === 0) {
      // A connection that breaks in the middle can leave units taken whose names never came through.
      await store.releaseOwn(id);
      units = await store.take(id, phase, limit);
    }
    inHand += units.length;
    return units;
  }

  return {
    plan: () => keptPlan(store, id),
    prepare: (plan, units, heard) => {
      const { accounts, regions } = plan;
      const kept = { ...plan, version: PLAN_VERSION } as unknown as Json;
      return store.begin({ ...begun, plan: kept, accounts, regions }, units, { ...heard, mentionsIn });
    },
    take,
    async keep(unit, heard) {
      await keepHeard(store, id, unit, heard);
      inHand -= 1;
    },
    progress: (phase) => store.progress(id, phase),
    placesDone: () => store.placesDone(id),
    found: () => foundIn(store, id),
  };
}

/** Keeps what a unit of that scan said, and what that mentions. @throws SnapshotProblem */
export function keepHeard(store: Store, id: string, unit: UnitKey, heard: Heard): Promise<void> {
  return store.keep(id, unit, { ...heard, mentionsIn });
}

/** What that scan found so far. Its functions throw SnapshotProblem. */
export function foundIn(store: Store, id: string): FactSource {
  return {
    ofAccount: (account) => store.factsOf(id, { exceptKinds: BULKY_KINDS, accounts: [account] }),
    mentioning: (mentioning) => store.factsOf(id, { mentioning }),
    ofKind: (kind, accounts) => store.factsOf(id, { kinds: [kind], accounts }),
    isThereAny: (kind) => store.hasFact(id, kind),
  };
}

/** Since 2 what a fact mentions is written with it: a scan that was begun before cannot be gone on with. */
const PLAN_VERSION = 2;

const planShape = z.object({
  version: z.literal(PLAN_VERSION),
  caller: z.string(),
  accounts: z.array(z.string()),
  regions: z.array(z.string()),
  places: z.array(z.object({ account: z.string(), regions: z.array(z.string()) })),
});

/** The plan of a snapshot in the store; null where there is no such snapshot. @throws ScanProblem for one of an older version */
export async function keptPlan(store: Store, id: string): Promise<ScanPlan | null> {
  const plan = await store.planOf(id);
  if (plan === null) return null;
  const read = planShape.safeParse(plan);
  if (read.success) return read.data;
  throw new ScanProblem('this scan was begun by another version of hatstack: scan anew');
}
