import { expect, test } from 'vitest';
import { Recent } from './recent';

test('what was not asked for the longest is forgotten, and nothing is made twice before', () => {
  const made: string[] = [];
  const recent = new Recent<string, string>(2);
  const get = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  expect(recent.size).toBe(2);
});
