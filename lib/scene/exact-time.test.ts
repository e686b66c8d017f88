import { expect, test } from 'vitest';
import { exactTime } from './exact-time';

test('a moment is told in UTC, and what is no time stays as it is', () => {
  expect(exactTime('2026-11-24T04:06:00Z')).toBe('24 Nov 2026, 04:06 UTC');
  expect(exactTime('soon')).toBe('soon');
});
