// A worker: reads the accounts and regions that the queue gives it, of any scan, until it is told to stop.
import type { PgBoss } from 'pg-boss';
import { type Known, knownBefore } from '@/lib/scan/known';
import { readUnit } from '@/lib/scan/run-phase';
import { checkCaller } from '@/lib/scan/run-scan';
import type { Heard, UnitKey } from '@/lib/scan/scan-journal';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { ScanOptions } from '@/lib/scan/scan-request';
import { type ScanTools, withScanTools } from '@/lib/scan/scan-tools';
import type { Gap } from '@/lib/snapshot/gap';
import { HEARTBEAT_MS } from '@/lib/store/claimant';
import type { Store } from '@/lib/store/store';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { fromKept } from './kept-request';
import { type PlaceJob, publish, QUEUE } from './scan-queue';
import { foundIn, keepHeard, keptPlan } from './store-journal';

export interface WorkerOptions extends ScanOptions {
  /** The worker's own: the one that the scan was begun with may not be there. */
  readonly profile: string | undefined;
  /** Accounts and regions that are read at the same time. */
  readonly concurrency: number;
  readonly onPlace: (job: PlaceJob, outcome: 'taken' | 'done' | Error) => void;
  readonly signal: AbortSignal;
}

const POLL_S = 0.5;
/** A unit that could not be read so often is given up. Fewer than those of its job, so that the queue does not give up before. */
const MOST_ATTEMPTS = 5;

/** Works until the signal; what is being read then is read to its end. */
export async function work(boss: PgBoss, store: Store, options: WorkerOptions): Promise<void> {
  const desks = new Map<string, Promise<Desk>>();
  const deskOf = (snapshot: string) => {
    const desk = desks.get(snapshot) ?? openDesk(store, snapshot, options);
    desks.set(snapshot, desk);
    desk.catch(() => desks.delete(snapshot));
    return desk;
  };
  const beating = setInterval(() => {
    for (const snapshot of desks.keys()) void store.beat(snapshot).catch(() => {});
  }, HEARTBEAT_MS);
  const settings = { localConcurrency: options.concurrency, pollingIntervalSeconds: POLL_S };
  await boss.work<PlaceJob>(QUEUE, settings, async ([job]) => {
    if (job === undefined) return;
    options.onPlace(job.data, 'taken');
    try {
      const desk = await deskOf(job.data.snapshot);
      await readPlace(store, desk, job.data);
      options.onPlace(job.data, 'done');
      if (await isPhaseThrough(store, job.data)) await goOn(boss, store, job.data.snapshot);
    } catch (error) {
      options.onPlace(job.data, error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  });
  await new Promise<void>((resolve) =>
    options.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  await boss.offWork(QUEUE, { wait: true });
  clearInterval(beating);
  for (const desk of desks.values()) (await desk.catch(() => null))?.close();
}

async function isPhaseThrough(store: Store, { snapshot, phase }: PlaceJob): Promise<boolean> {
  const { done, units } = await store.progress(snapshot, phase);
  return done >= units;
}

/** Whoever ends a phase begins the next, so that a scan needs nobody in particular. */
async function goOn(boss: PgBoss, store: Store, snapshot: string): Promise<void> {
  if (await publish(boss, store, snapshot)) await store.complete(snapshot);
}

async function readPlace(
  store: Store,
  desk: Desk,
  { snapshot, phase, account, region }: PlaceJob,
): Promise<void> {
  // The queue gave this place to us alone: whoever held its units before is dead.
  const units = await store.seize(snapshot, phase, { account, region });
  if (units.length === 0) return;
  const known = desk.known(phase);
  let failure: unknown = null;
  for (const unit of units) {
    try {
      // One under which worker after worker died is not tried again.
      const heard =
        unit.attempts > MOST_ATTEMPTS
          ? givenUp(unit, desk.tools, 'WorkerDied')
          : await readUnit(unit, desk.tools, known);
      await keepHeard(store, snapshot, unit, heard);
    } catch (error) {
      if (error instanceof SnapshotProblem) throw error;
      if (unit.attempts < MOST_ATTEMPTS) failure = error;
      else await keepHeard(store, snapshot, unit, givenUp(unit, desk.tools, nameOf(error)));
    }
  }
  // The queue gives the place out again; what was read of it stays.
  if (failure !== null) throw failure;
}

/** A unit that cannot be read costs itself, and not the scan: what it would have said is missing, and that is told. */
function givenUp({ collector, account, region }: UnitKey, { collectors }: ScanTools, code: string): Heard {
  const call = collectors.get(collector)?.calls[0];
  const { name, permission } = call ?? {
    name: `${collector}:Read` as const,
    permission: `${collector}:Read`,
  };
  const gap: Gap = { source: name, permission, account, region, scope: null, cause: 'failed', code };
  return { facts: [], gaps: [gap] };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** What a worker has open for one scan. */
interface Desk {
  readonly tools: ScanTools;
  /** What the phases before this one found. */
  readonly known: (phase: UnitKey['phase']) => Known;
  readonly close: () => void;
}

/** @throws ScanProblem when the scan cannot be read from here */
async function openDesk(store: Store, snapshot: string, options: WorkerOptions): Promise<Desk> {
  const request = fromKept((await store.find(snapshot))?.request ?? null);
  const plan = await keptPlan(store, snapshot);
  if (request === null || plan === null) throw new ScanProblem(`there is no scan \`${snapshot}\` to work on`);
  const own = { ...request, profile: options.profile };
  return new Promise<Desk>((resolve, reject) => {
    withScanTools(own, options, async (tools) => {
      checkCaller(plan.caller, tools);
      await new Promise<void>((close) => {
        const source = foundIn(store, snapshot);
        const before = (phase: UnitKey['phase']) => knownBefore(phase, tools.collectors.values(), source);
        const known = { 1: before(1), 2: before(2), 3: before(3) };
        resolve({
          tools,
          close,
          known: (phase) => known[phase],
        });
      });
    }).catch(reject);
  });
}
