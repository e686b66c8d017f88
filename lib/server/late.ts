// When a page gets its frame before itself: what streams can no longer answer 404, so only where it is there for certain.
import 'server-only';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { isKept } from './kept-judgement';
import { isJudged, settingsNow } from './open-snapshot';
import { shelf } from './shelf';
import { findSnapshot, type SnapshotRef } from './snapshot-refs';

/** A larger file takes too long to be read twice, bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Whether the page is to be streamed behind its frame: its snapshot has still to be judged, and what the page is about is in it.
 *  `arns`: one of these is what it is about; `whole`: it needs the judgement of the whole snapshot. Never throws. */
export async function isLate(
  asked: string | null,
  arns: readonly string[],
  needs: 'one pipeline' | 'whole',
): Promise<boolean> {
  try {
    const found = await findSnapshot(asked);
    if (found === null) return false;
    const settings = settingsNow();
    if (await isJudged(found, settings)) return false;
    if (needs === 'one pipeline' && (await isKept(found, settings))) return false;
    return await holdsOneOf(found, arns);
  } catch {
    // What is wrong is said by the page itself.
    return false;
  }
}

/** Lets the frame go out before work begins that leaves this process no time for anything else. */
export async function afterFrame(late: boolean): Promise<void> {
  if (late) await wait(FRAME_MS);
}

const FRAME_MS = 30;

/** @throws SnapshotProblem */
async function holdsOneOf({ ref, file }: SnapshotRef, arns: readonly string[]): Promise<boolean> {
  if (file !== null) {
    if ((await stat(file)).size > MOST_BYTES) return false;
    const { facts } = await readSnapshotFile(file);
    return facts.some(({ arn }) => arn !== null && arns.includes(arn));
  }
  const { store } = await shelf();
  return store !== null && (await store.factsOf(ref, { arns })).length > 0;
}
