import { expect, test } from 'vitest';
import { boundedCache } from './bounded-cache';

test('a value is made once, and again after it had to go', async () => {
  const cache = boundedCache<string>('test of the limit', 2);
  const made: string[] = [];
  const ask = (key: string) =>
    cache.get(key, async () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what failed is tried again', async () => {
  const cache = boundedCache<string>('test of a failure', 2);
  await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.get('a', async () => 'now')).toBe('now');
});

test('two caches of one name are one', async () => {
  await boundedCache<string>('test of sharing', 2).get('a', async () => 'first');
  expect(await boundedCache<string>('test of sharing', 2).get('a', async () => 'second')).toBe('first');
});
