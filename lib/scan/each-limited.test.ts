import { expect, test } from 'vitest';
import { eachLimited } from './each-limited';

test('does everything, and never more than the limit at once', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await eachLimited([1, 2, 3, 4, 5, 6, 7], 3, async (n) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(n);
  });
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('passes the first failure on', async () => {
  await expect(
    eachLimited([1, 2], 1, async (n) => {
      throw new Error(`failed at ${n}`);
    }),
  ).rejects.toThrow('failed at 1');
});
