import { expect, test } from 'vitest';
import { type CallCaps, CallGate } from './call-gate';

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Sends all calls through a gate and tells the most that were on the way at once: in all, by account, by service. */
async function most(caps: CallCaps, calls: readonly (readonly [account: string, service: string])[]) {
  const gate = new CallGate(caps);
  const now = new Map<string, number>();
  const peak = new Map<string, number>();
  const change = (key: string, by: number) => {
    now.set(key, (now.get(key) ?? 0) + by);
    peak.set(key, Math.max(peak.get(key) ?? 0, now.get(key) ?? 0));
  };
  await Promise.all(
    calls.map(async ([account, service]) => {
      const leave = await gate.enter(account, service);
      for (const key of ['all', account, service]) change(key, 1);
      await soon();
      for (const key of ['all', account, service]) change(key, -1);
      leave();
    }),
  );
  expect([gate.open, gate.waiting]).toEqual([0, 0]);
  return peak;
}

const CAPS = { overall: 4, perAccount: 3, perService: 2 };
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('no more than the caps allow are on the way, and all get through', async () => {
  const calls = [
    ...times(9, ['a', 'a iam'] as const),
    ...times(9, ['a', 'a kms'] as const),
    ...times(9, ['b', 'b iam'] as const),
  ];
  const peak = await most(CAPS, calls);
  expect(peak.get('all')).toBe(4);
  expect(peak.get('a')).toBe(3);
  expect(peak.get('a iam')).toBe(2);
  expect(peak.get('b iam')).toBe(2);
});

test('a busy account does not hold up another one that came later', async () => {
  const gate = new CallGate({ overall: 10, perAccount: 1, perService: 1 });
  const leave = await gate.enter('a', 'a iam');
  let isSecondIn = false;
  const second = gate.enter('a', 'a iam').then((done) => {
    isSecondIn = true;
    return done;
  });
  const other = await gate.enter('b', 'b iam');
  expect([isSecondIn, gate.open, gate.waiting]).toEqual([false, 2, 1]);
  leave();
  (await second)();
  other();
  expect([isSecondIn, gate.open, gate.waiting]).toEqual([true, 0, 0]);
});
