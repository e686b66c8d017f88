// The judgement of a snapshot of the store: kept beside it, and made where it is not there yet.
import 'server-only';
import type { Settings } from '@/lib/analysis/settings';
import { judgementKey } from '@/lib/kept/judgement-key';
import { keepJudgement } from '@/lib/kept/keep-judgement';
import type { KeptJudgement } from '@/lib/kept/open-kept';
import type { Store } from '@/lib/store/store';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { startScanChild } from './scan-child';
import { logLine } from './server-log';
import { shelf } from './shelf';
import type { SnapshotRef } from './snapshot-refs';

/** A snapshot with more facts is judged in a process of its own, so that other pages stay quick and this process small. */
const MOST_FACTS_HERE = 5000;

const slot = Symbol.for('hatstack.judging');
const shared = globalThis as { [slot: symbol]: Map<string, Promise<unknown>> | undefined };

function judging(): Map<string, Promise<unknown>> {
  const own = shared[slot] ?? new Map<string, Promise<unknown>>();
  shared[slot] = own;
  return own;
}

/** The kept judgement, made now where there is none; null for what is not in the store, and where none could be kept: then the
 *  snapshot is to be judged here and now. @throws SnapshotProblem where the store is out of reach */
export async function judgementOf(
  { ref, file }: SnapshotRef,
  settings: Settings,
): Promise<KeptJudgement | null> {
  const key = file === null ? judgementKey(ref, settings) : null;
  const { store } = await shelf();
  if (key === null || store === null) return null;
  const judgement = { store, snapshot: ref, key, settings };
  if (await store.arePiecesKept(ref, key)) return judgement;
  await once(ref, () => judge(store, ref, settings, key));
  return (await store.arePiecesKept(ref, key)) ? judgement : null;
}

/** Whether the judgement is there already. @throws SnapshotProblem where the store is out of reach */
export async function isKept({ ref, file }: SnapshotRef, settings: Settings): Promise<boolean> {
  const key = file === null ? judgementKey(ref, settings) : null;
  const { store } = await shelf();
  return key !== null && store !== null && (await store.arePiecesKept(ref, key));
}

/** Somebody else is judging it: whoever asks meanwhile waits for that. Never throws. */
export function isBeingJudged(id: string, until: Promise<unknown>): void {
  void once(id, () => until);
}

async function once(id: string, work: () => Promise<unknown>): Promise<void> {
  const running = judging().get(id) ?? work().catch(told);
  judging().set(id, running);
  await running;
  if (judging().get(id) === running) judging().delete(id);
}

async function judge(store: Store, id: string, settings: Settings, key: string): Promise<void> {
  const counts = await store.countsOf(id);
  const facts = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (facts <= MOST_FACTS_HERE) {
    await keepJudgement(store, id, settings, key);
    return;
  }
  await new Promise<void>((resolve) => {
    startScanChild({ kind: 'judge', id }, (report) => {
      if (report.kind === 'ended') logLine('error', `judging: ${report.problem}`, { snapshot: id });
      if (report.kind !== 'event') resolve();
    });
  });
}

function told(error: unknown): void {
  const why = error instanceof SnapshotProblem ? error.message : 'an error of its own';
  logLine('error', `judging: ${why}`);
  if (!(error instanceof SnapshotProblem)) console.error(error);
}
