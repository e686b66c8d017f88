import { expect, test } from 'vitest';
import { type ScanPlace, type ScanView, scanAccounts, scanHeadline, withMessage } from './scan-view';

const place = (account: string, region: string, more: Partial<ScanPlace> = {}): ScanPlace => ({
  account,
  region,
  units: 4,
  done: 0,
  gaps: 0,
  running: [],
  ...more,
});

const VIEW: ScanView = {
  id: 'a',
  status: 'running',
  startedAt: '2026-11-24T04:06:00Z',
  isScheduled: false,
  phase: 'roles and pipelines',
  accounts: 2,
  units: 12,
  done: 3,
  gaps: 0,
  calls: 9,
  callsPerSecond: 3,
  throttles: 0,
  elapsed: '3 s',
  left: null,
  notes: [],
  problem: null,
  isKept: false,
  places: [place('1', 'global'), place('1', 'eu-west-1'), place('2', 'global')],
};

test('a message changes the places that it names and leaves the others where they were', () => {
  const changed = place('1', 'eu-west-1', { done: 2 });
  const next = withMessage(VIEW, { ...VIEW, done: 5, places: [changed, place('3', 'global')] });
  expect(next.done).toBe(5);
  expect(next.places).toEqual([VIEW.places[0], changed, VIEW.places[2], place('3', 'global')]);
});

test('a message of another scan begins anew', () => {
  expect(withMessage(VIEW, { ...VIEW, id: 'b', places: [] }).places).toEqual([]);
});

test('accounts that are being read stand first, those that are through last', () => {
  const accounts = scanAccounts([
    place('1', 'global', { done: 4 }),
    place('2', 'global'),
    place('3', 'global', { running: ['iam'], gaps: 1 }),
    place('3', 'eu-west-1', { done: 1, gaps: 2 }),
  ]);
  expect(accounts.map(({ account, done, units, gaps }) => [account, done, units, gaps])).toEqual([
    ['3', 1, 8, 3],
    ['2', 0, 4, 0],
    ['1', 4, 4, 0],
  ]);
});

test.each([
  [{}, 'Reading 2 accounts: 25 % done'],
  [{ units: 0, done: 0 }, 'Asking which accounts and regions there are'],
  [{ status: 'complete', gaps: 1 }, 'The scan is complete; 1 call was not answered'],
  [{ status: 'complete' }, 'The scan is complete, and every call was answered'],
] as const)('%j says: %s', (more, words) => {
  expect(scanHeadline({ ...VIEW, ...more })).toBe(words);
});
