import { expect, test } from 'vitest';
import { age, isStale } from './time';

const now = '2026-11-24T12:00:00Z';

test.each([
  ['a moment', '2026-11-24T11:59:30Z', 'moments'],
  ['minutes', '2026-11-24T11:48:00Z', '12 min'],
  ['hours', '2026-11-24T08:00:00Z', '4 h'],
  ['one day', '2026-11-23T11:00:00Z', '1 day'],
  ['days', '2026-11-20T11:00:00Z', '4 days'],
  ['a clock that runs ahead', '2026-11-24T12:05:00Z', 'moments'],
])('%s', (_, at, expected) => {
  expect(age(at, now)).toBe(expected);
});

test('a snapshot is stale after a day', () => {
  expect(isStale('2026-11-23T13:00:00Z', now)).toBe(false);
  expect(isStale('2026-11-23T11:00:00Z', now)).toBe(true);
});
