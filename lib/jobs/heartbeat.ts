// Says again and again that this process still works, as long as it does.
import { HEARTBEAT_MS } from '@/lib/store/claimant';
import type { Store } from '@/lib/store/store';

/** Does the work; meanwhile others see that what this process took is in good hands, and afterwards that the rest is free. */
export async function withHeartbeat<T>(store: Store, id: string, work: () => Promise<T>): Promise<T> {
  // A beat that fails is made up for by the next one, or by the scan's own trouble with the store.
  const timer = setInterval(() => void store.beat(id).catch(() => {}), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await store.releaseOwn(id).catch(() => {});
  }
}
