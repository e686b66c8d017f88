import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from './together';

test('what comes while the work is busy is handed over together, in order, and awaited', async () => {
  const batches: (readonly number[])[] = [];
  let ended = 0;
  const add = together(async (numbers: readonly number[]) => {
    batches.push(numbers);
    await wait(5);
    ended += numbers.length;
  });
  const first = add(1);
  await Promise.all([2, 3, 4].map(add));
  await first;
  expect(batches).toEqual([[1], [2, 3, 4]]);
  expect(ended).toBe(4);
  await Promise.all(Array.from({ length: 100 }, (_, index) => add(index)));
  expect(batches.slice(2).map(({ length }) => length)).toEqual([1, 32, 32, 32, 3]);
});

test('a failure is told to those whose work it was, and to nobody else', async () => {
  const add = together(async (numbers: readonly number[]) => {
    await wait(1);
    if (numbers.includes(2)) throw new Error('full');
  });
  const outcomes = [add(1), add(2), add(3)];
  expect((await Promise.allSettled(outcomes)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  await add(4);
});
