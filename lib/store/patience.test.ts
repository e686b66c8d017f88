import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guard } from './patience';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PLACE = { kind: 'postgres', url: 'postgres://u@db.example/hatstack' } as const;
const away = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));

/** The line in which it ends, and after how many seconds. */
async function endOf(work: Promise<unknown>) {
  const began = Date.now();
  const ended = work.then(
    () => 'done',
    (error: Error) => error.message,
  );
  await vi.runAllTimersAsync();
  return { line: await ended, seconds: (Date.now() - began) / 1000 };
}

test('whoever waits for a database that is away gives up with the others, and it is told once', async () => {
  const told: string[] = [];
  const guarded = guard(PLACE, (line) => told.push(line));
  const first = await endOf(guarded(away));
  expect(first.line).toContain('(ECONNREFUSED): it cannot be reached, or the connection was lost');
  expect(first.seconds).toBeGreaterThan(44);
  expect(first.seconds).toBeLessThan(60);
  // What is tried at the end of the scan does not wait all over again.
  expect((await endOf(guarded(away))).seconds).toBeLessThan(1);
  expect(told).toEqual([
    'the store `postgres://u@db.example/hatstack` cannot be reached: waiting for it, 45 s at most',
  ]);
});

test('after it has come back, the next absence is waited for anew', async () => {
  const told: string[] = [];
  const guarded = guard(PLACE, (line) => told.push(line));
  let isAway = true;
  const back = endOf(guarded(() => (isAway ? away() : Promise.resolve())));
  setTimeout(() => {
    isAway = false;
  }, 6000);
  expect((await back).line).toBe('done');
  expect((await endOf(guarded(away))).seconds).toBeGreaterThan(44);
  expect(told).toHaveLength(2);
});
