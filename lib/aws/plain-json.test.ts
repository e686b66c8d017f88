import { expect, test } from 'vitest';
import { plainJson } from './plain-json';

test('dates become texts, undefined and transport data go, the rest stays', () => {
  const answer = {
    $metadata: { requestId: 'x' },
    Created: new Date(0),
    Missing: undefined,
    Nothing: null,
    List: [{ At: new Date(1000), On: true }],
    Bytes: new Uint8Array([104, 105]),
  };
  expect(plainJson(answer)).toEqual({
    Created: '1970-01-01T00:00:00.000Z',
    Nothing: null,
    List: [{ At: '1970-01-01T00:00:01.000Z', On: true }],
    Bytes: 'aGk=',
  });
});

test('what JSON cannot say becomes null', () => {
  expect(plainJson([Number.NaN, new Date(Number.NaN), undefined])).toEqual([null, null, null]);
});
