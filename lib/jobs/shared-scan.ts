// A scan that workers read: planned here, put into the queue, and watched until it is complete.
import { setTimeout as wait } from 'node:timers/promises';
import { prepareInto } from '@/lib/scan/run-scan';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { ScanOptions, ScanRequest } from '@/lib/scan/scan-request';
import type { Store } from '@/lib/store/store';
import { openQueue, publish, whyStuck } from './scan-queue';
import { type Begun, storeJournal } from './store-journal';

/** In so many steps it is told how far the workers are. */
const STEPS = 20;

export interface Watching {
  readonly lookMs: number;
  /** Jobs that got lost, as in a queue that was made anew, are put in again. */
  readonly publishAgainMs: number;
  /** Where nothing was read for so long, it is asked whether anybody can. */
  readonly stuckAfterMs: number;
}

const USUAL: Watching = { lookMs: 1000, publishAgainMs: 30_000, stuckAfterMs: 40_000 };

/** Returns when workers have read everything. @throws ScanProblem when it is stopped, and the workers go on all the same; when none of
 *  them can read a place of it */
export async function shareScan(
  store: Store,
  begun: Begun,
  request: ScanRequest,
  options: ScanOptions,
  { lookMs, publishAgainMs, stuckAfterMs }: Watching = USUAL,
): Promise<void> {
  const boss = await openQueue(store.place);
  try {
    await prepareInto(storeJournal(store, begun), request, options);
    let told = -1;
    let moved = { done: -1, at: Date.now() };
    for (let publishedAt = 0; ; await wait(lookMs)) {
      if ((await store.find(begun.id))?.state === 'complete') return;
      if (options.signal?.aborted) throw new ScanProblem('the scan was stopped');
      const { done, units } = await store.progress(begun.id);
      const step = Math.floor((done * STEPS) / Math.max(units, 1));
      if (done > moved.done) moved = { done, at: Date.now() };
      else if (Date.now() - moved.at > stuckAfterMs) {
        const why = await whyStuck(boss, begun.id);
        if (why !== null) {
          throw new ScanProblem(
            `no worker can read ${why}; look after the workers, then \`hatstack scan --resume ${begun.id} --by-workers\` goes on`,
          );
        }
        moved = { done, at: Date.now() };
      }
      if (step > told) options.onProgress?.({ kind: 'shared', done, units });
      told = step;
      if (Date.now() - publishedAt < publishAgainMs && done < units) continue;
      publishedAt = Date.now();
      if (await publish(boss, store, begun.id)) await store.complete(begun.id);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
