import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint';

test('the order of names does not count, the order of entries and every value do', () => {
  const mark = fingerprint({ a: [1, 'x'], b: null });
  expect(mark).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint({ b: null, a: [1, 'x'] })).toBe(mark);
  for (const other of [
    { a: ['x', 1], b: null },
    { a: [1, 'x'], b: false },
    { a: [1, 'y'], b: null },
    { a: [1, 'x'] },
  ])
    expect(fingerprint(other)).not.toBe(mark);
});
