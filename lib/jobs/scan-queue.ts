// The queue of a shared scan: one job for each account and region of a phase, on the PostgreSQL that holds the store.
import type { PgBoss } from 'pg-boss';
import type { UnitKey } from '@/lib/scan/scan-journal';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { Place } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';

/** What a worker is told to read; the units themselves are in the store. */
export interface PlaceJob {
  readonly snapshot: string;
  readonly phase: UnitKey['phase'];
  readonly account: string;
  readonly region: string;
}

export const QUEUE = 'hatstack-places';

/** A worker that was silent for so long is dead, and its jobs go to others; pg-boss takes no less. */
const HEARTBEAT_S = 10;
/** How often somebody looks for the dead. */
const MONITOR_S = 5;
/** Reading an account and region again and again cures nothing that these attempts do not. */
const ATTEMPTS = 10;
const JOBS_AT_ONCE = 1000;
const MOST_LOOKED_AT = 100_000;

/** Opens the queue, and makes it where it is not there. @throws ScanProblem where the store is not in PostgreSQL */
export async function openQueue(place: Place): Promise<PgBoss> {
  if (place.kind !== 'postgres') {
    throw new ScanProblem('workers share a store in PostgreSQL: set DATABASE_URL to where it is');
  }
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: place.url,
    application_name: 'hatstack',
    schedule: false,
    monitorIntervalSeconds: MONITOR_S,
    superviseIntervalSeconds: MONITOR_S,
    max: 4,
  });
  // A statement that fails says so itself, and what runs beside it is tried again by itself.
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue(QUEUE, {
    // One job for each account and region of a phase waits or runs at a time, however often it is asked for.
    policy: 'exclusive',
    heartbeatSeconds: HEARTBEAT_S,
    expireInSeconds: 6 * 3600,
    retryLimit: ATTEMPTS,
    retryDelay: 1,
    deleteAfterSeconds: 24 * 3600,
  });
  return boss;
}

/** Why a place of the scan was given up by the queue twice, in a line, where there is one: no worker can open it. A unit that cannot
 *  be read does not come to this. Never throws for what it finds. */
export async function whyStuck(boss: PgBoss, snapshot: string): Promise<string | null> {
  const jobs = await boss.findJobs<PlaceJob>(QUEUE, { data: { snapshot }, limit: MOST_LOOKED_AT });
  const failed = new Map<string, number>();
  for (const { state, singletonKey, data, output } of jobs) {
    if (state !== 'failed') continue;
    const times = (failed.get(singletonKey ?? '') ?? 0) + 1;
    failed.set(singletonKey ?? '', times);
    if (times < 2) continue;
    const { message } = (output ?? {}) as { readonly message?: unknown };
    return `${data.account} in ${data.region}: ${typeof message === 'string' ? message : 'no reason was given'}`;
  }
  return null;
}

/** Puts jobs for the first phase that is not through into the queue; asked again, it adds nothing that is there.
 *  @returns whether the scan is through */
export async function publish(boss: PgBoss, store: Store, snapshot: string): Promise<boolean> {
  for (const phase of [1, 2, 3] as const) {
    const { done, units } = await store.progress(snapshot, phase);
    if (done >= units) continue;
    const places = await store.placesLeft(snapshot, phase);
    for (let start = 0; start < places.length; start += JOBS_AT_ONCE) {
      await boss.insert(
        QUEUE,
        places.slice(start, start + JOBS_AT_ONCE).map(({ account, region }) => ({
          data: { snapshot, phase, account, region } satisfies PlaceJob,
          singletonKey: `${snapshot} ${phase} ${account} ${region}`,
        })),
      );
    }
    return false;
  }
  return true;
}
