// The journal of a scan in the store: what the scan hears becomes rows, and a plan that was kept is gone on with.
import { z } from 'zod';
import type { Json } from '@/lib/base/json';
import { BULKY_KINDS, type ScanJournal, type ScanPlan, type UnitKey } from '@/lib/scan/scan-journal';
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
      return store.begin({ ...begun, plan: plan as unknown as Json, accounts, regions }, units, heard);
    },
    take,
    async keep(unit, heard) {
      await store.keep(id, unit, heard);
      inHand -= 1;
    },
    progress: (phase) => store.progress(id, phase),
    placesDone: () => store.placesDone(id),
    known: () => store.factsOf(id, { exceptKinds: BULKY_KINDS }),
  };
}

const planShape = z.object({
  caller: z.string(),
  accounts: z.array(z.string()),
  regions: z.array(z.string()),
  places: z.array(z.object({ account: z.string(), regions: z.array(z.string()) })),
});

/** The plan of a snapshot in the store; null where there is no such snapshot. */
export async function keptPlan(store: Store, id: string): Promise<ScanPlan | null> {
  const plan = await store.planOf(id);
  return plan === null ? null : planShape.parse(plan);
}
