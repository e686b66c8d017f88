// Keeps units that are ready at the same time in one transaction: one flush of the disk for all of them.

/** How many at most: a transaction is short, so that others get their turn. */
const AT_ONCE = 32;

interface Waiting<T> {
  readonly element: T;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** A function that hands elements to `work`, those that come while it is busy together. It resolves when the transaction of
 *  its element has ended, and rejects as that does. */
export function together<T>(work: (elements: readonly T[]) => Promise<void>): (element: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      const some = waiting.splice(0, AT_ONCE);
      try {
        await work(some.map(({ element }) => element));
        for (const { done } of some) done();
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
    isBusy = false;
  }

  return (element) =>
    new Promise((done, failed) => {
      waiting.push({ element, done, failed });
      if (!isBusy) void run();
    });
}
