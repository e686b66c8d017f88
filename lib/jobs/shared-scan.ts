// A scan that workers read: planned here, put into the queue, and watched until it is complete.
import { setTimeout as wait } from 'node:timers/promises';
import { prepareInto } from '@/lib/scan/run-scan';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { ScanOptions, ScanRequest } from '@/lib/scan/scan-request';
import type { Store } from '@/lib/store/store';
import { openQueue, publish } from './scan-queue';
import { type Begun, storeJournal } from './store-journal';

const LOOK_MS = 1000;
/** In so many steps it is told how far the workers are. */
const STEPS = 20;
/** Jobs that got lost, as in a queue that was made anew, are put in again. */
const PUBLISH_AGAIN_MS = 30_000;

/** Returns when workers have read everything. @throws ScanProblem when it is stopped; the workers go on all the same */
export async function shareScan(
  store: Store,
  begun: Begun,
  request: ScanRequest,
  options: ScanOptions,
): Promise<void> {
  const boss = await openQueue(store.place);
  try {
    await prepareInto(storeJournal(store, begun), request, options);
    let told = -1;
    for (let publishedAt = 0; ; await wait(LOOK_MS)) {
      if ((await store.find(begun.id))?.state === 'complete') return;
      if (options.signal?.aborted) throw new ScanProblem('the scan was stopped');
      const { done, units } = await store.progress(begun.id);
      const step = Math.floor((done * STEPS) / Math.max(units, 1));
      if (step > told) options.onProgress?.({ kind: 'shared', done, units });
      told = step;
      if (Date.now() - publishedAt < PUBLISH_AGAIN_MS && done < units) continue;
      publishedAt = Date.now();
      if (await publish(boss, store, begun.id)) await store.complete(begun.id);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
