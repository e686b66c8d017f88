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
 *  `kind`: of the fact that it is about; a pipeline is judged alone where it can be. `arns`: one of these is its ARN. Never throws. */
export async function isLate(
  asked: string | null,
  kind: 'pipeline' | 'iam-role',
  arns: readonly string[],
): Promise<boolean> {
  try {
    const found = await findSnapshot(asked);
    if (found === null) return false;
    const settings = settingsNow();
    if (await isJudged(found, settings)) return false;
    if (kind === 'pipeline' && (await isKept(found, settings))) return false;
    return await holdsOneOf(found, kind, arns);
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
async function holdsOneOf(
  { ref, file }: SnapshotRef,
  kind: string,
  arns: readonly string[],
): Promise<boolean> {
  const { store } = await shelf();
  if (file !== null && (await stat(file)).size > MOST_BYTES) return false;
  const facts =
    file !== null
      ? (await readSnapshotFile(file)).facts
      : store === null
        ? []
        : await store.factsOf(ref, { arns });
  return facts.some((fact) => fact.kind === kind && fact.arn !== null && arns.includes(fact.arn));
}
