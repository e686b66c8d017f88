import { expect, test } from 'vitest';
import type { ScanEvent } from './progress';
import { ScanProgress } from './progress-state';

const HERE = { account: '111111111111', region: 'eu-west-1' } as const;
const THERE = { account: '222222222222', region: 'global' } as const;

function follow(events: readonly ScanEvent[]) {
  const progress = new ScanProgress();
  for (const event of events) progress.follow(event);
  return progress.state;
}

const planned = (units: number, done = 0): ScanEvent => ({
  kind: 'planned',
  units,
  done,
  places: [
    { ...HERE, units: 30, done: 0, gaps: 0 },
    { ...THERE, units: 10, done: 0, gaps: 0 },
  ],
});
const calls = (count: number, elapsedMs: number, throttles = 0): ScanEvent => ({
  kind: 'calls',
  calls: count,
  throttles,
  open: 3,
  waiting: 2,
  elapsedMs,
});
const started: ScanEvent = { kind: 'unit-started', service: 'kms', ...HERE };
const done: ScanEvent = { kind: 'unit-done', service: 'kms', ...HERE, facts: 1, gaps: 1, done: 1, units: 40 };
const times = (count: number, events: readonly ScanEvent[]) =>
  Array.from({ length: count }, () => events).flat();

test('units are counted in all and by account and region, with what runs there', () => {
  const state = follow([planned(40), started, started, done]);
  expect(state).toMatchObject({ units: 40, done: 1 });
  expect([...state.places.values()]).toEqual([
    { ...HERE, units: 30, done: 1, running: ['kms'], gaps: 1 },
    { ...THERE, units: 10, done: 0, running: [], gaps: 0 },
  ]);
});

test('calls per second follow the last seconds, throttles and what waits are told', () => {
  const state = follow([calls(100, 1000), calls(150, 2000, 7)]);
  expect(state).toMatchObject({ calls: 150, throttles: 7, open: 3, waiting: 2, elapsedMs: 2000 });
  expect(state.callsPerSecond).toBeGreaterThan(50);
  expect(state.callsPerSecond).toBeLessThan(100);
});

test('the end is estimated from the units read, once there are enough', () => {
  const few = follow([planned(40), ...times(9, [started, done]), calls(9, 9000)]);
  expect(few.leftMs).toBeNull();
  const enough = follow([planned(40), ...times(20, [started, done]), calls(20, 10_000)]);
  expect(enough.leftMs).toBe(10_000);
  expect(follow([planned(20), ...times(20, [started, done]), calls(20, 10_000)]).leftMs).toBe(0);
});

test('a scan that goes on is estimated by what it reads itself', () => {
  const state = follow([planned(40, 20), ...times(10, [started, done]), calls(10, 10_000)]);
  expect(state).toMatchObject({ done: 30, leftMs: 10_000 });
});

test('what was not answered is counted', () => {
  const gap: ScanEvent = {
    kind: 'gap',
    source: 'kms:ListGrants',
    permission: 'kms:ListGrants',
    ...HERE,
    scope: null,
    cause: 'denied',
    code: 'AccessDenied',
    layer: 'scp',
  };
  expect(follow([gap, gap]).gaps).toBe(2);
});

test('a scan that goes on begins with what is through, in all and in each place', () => {
  const places = [
    { ...HERE, units: 30, done: 12, gaps: 2 },
    { ...THERE, units: 10, done: 0, gaps: 0 },
  ];
  const state = follow([{ kind: 'planned', units: 40, done: 12, places }, started, done]);
  expect(state).toMatchObject({ units: 40, done: 13, gaps: 2 });
  expect([...state.places.values()].map((one) => [one.done, one.gaps])).toEqual([
    [13, 3],
    [0, 0],
  ]);
});
