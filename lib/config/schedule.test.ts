import { expect, test } from 'vitest';
import { nextRun, readSchedule } from './schedule';

test.each([
  ['every 6h', '2026-11-27T05:59:59Z', '2026-11-27T06:00:00.000Z'],
  ['every 6h', '2026-11-27T06:00:00Z', '2026-11-27T12:00:00.000Z'],
  ['every 30m', '2026-11-27T23:45:00Z', '2026-11-28T00:00:00.000Z'],
  ['at 02:00', '2026-11-27T01:00:00Z', '2026-11-27T02:00:00.000Z'],
  ['at 02:00', '2026-11-27T02:00:00Z', '2026-11-28T02:00:00.000Z'],
  ['at 14:30, 02:00', '2026-11-27T03:00:00Z', '2026-11-27T14:30:00.000Z'],
  ['at 14:30 02:00', '2026-12-31T15:00:00Z', '2027-01-01T02:00:00.000Z'],
])('%s after %s is %s', (text, after, next) => {
  const schedule = readSchedule(text);
  expect(schedule && nextRun(schedule, new Date(after)).toISOString()).toBe(next);
});

test.each(['', 'daily', 'every 5m', 'every 0h', 'every 200h', 'at 25:00', 'at 2:00', '0 2 * * *'])(
  '`%s` is no schedule',
  (text) => {
    expect(readSchedule(text)).toBeNull();
  },
);
