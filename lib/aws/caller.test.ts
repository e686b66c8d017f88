import { expect, test } from 'vitest';
import { remembered } from './caller';

function source(expiresInMs: number | null) {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const expiration = expiresInMs === null ? {} : { expiration: new Date(Date.now() + expiresInMs) };
    return { accessKeyId: `key-${asked}`, secretAccessKey: 's', ...expiration };
  };
  return { ask, count: () => asked };
}

test('credentials are fetched once, however many ask at the same time', async () => {
  const { ask, count } = source(3_600_000);
  const credentials = remembered(ask);
  const all = await Promise.all([credentials(), credentials(), credentials()]);
  expect(new Set(all.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['key-1']));
  await credentials();
  expect(count()).toBe(1);
});

test('credentials that expire soon are fetched again', async () => {
  const credentials = remembered(source(60_000).ask);
  expect((await credentials()).accessKeyId).toBe('key-1');
  expect((await credentials()).accessKeyId).toBe('key-2');
});

test('credentials without an end are kept', async () => {
  const { ask, count } = source(null);
  const credentials = remembered(ask);
  await credentials();
  await credentials();
  expect(count()).toBe(1);
});

test('a failure is not remembered', async () => {
  let isDown = true;
  const credentials = remembered(async () => {
    if (isDown) throw new Error('down');
    return { accessKeyId: 'a', secretAccessKey: 's' };
  });
  await expect(credentials()).rejects.toThrow('down');
  isDown = false;
  await expect(credentials()).resolves.toMatchObject({ accessKeyId: 'a' });
});
