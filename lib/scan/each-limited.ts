// Does many things, a few at a time.

/** Calls `work` for every element, at most `limit` at once. Rejects with the first failure, after what runs has ended. */
export async function eachLimited<T>(
  list: readonly T[],
  limit: number,
  work: (element: T) => Promise<void>,
): Promise<void> {
  const waiting = list.values();
  const workers = Array.from({ length: Math.min(limit, list.length) }, async () => {
    // The workers share one iterator, so each element is taken once.
    for (const element of waiting) await work(element);
  });
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((worker) => worker.status === 'rejected');
  if (failed) throw failed.reason;
}
