import { expect, test } from 'vitest';
import { environmentLayer } from './environment-layer';
import { SCAN_OPTIONS, variableOf } from './scan-option-table';

test('every option has a variable of its own', () => {
  for (const { key, kind } of SCAN_OPTIONS) {
    const text = kind === 'switch' ? 'true' : 'a';
    const read = environmentLayer({ [variableOf(key)]: text });
    expect(read.kind === 'layer' ? [...read.layer] : read).toEqual([
      [key, { values: [text], place: '', name: variableOf(key) }],
    ]);
  }
  expect(new Set(SCAN_OPTIONS.map(({ key }) => variableOf(key))).size).toBe(SCAN_OPTIONS.length);
});

test.each([
  ['1', 'true'],
  ['Yes', 'true'],
  ['0', 'false'],
  ['FALSE', 'false'],
])('%s is a word for %s', (word, meant) => {
  const read = environmentLayer({ HATSTACK_ORGANIZATION: word });
  expect(read.kind === 'layer' ? read.layer.get('organization')?.values : read).toEqual([meant]);
});

test('a list in the singular, as its flag is called, is told instead of passed over', () => {
  expect(environmentLayer({ HATSTACK_REGION: 'us-east-1' })).toEqual({
    kind: 'problem',
    problem: 'HATSTACK_REGION: there is no such variable: the name is HATSTACK_REGIONS',
  });
  expect(environmentLayer({ HATSTACK_REGION: '' })).toMatchObject({ kind: 'layer' });
});

test('another word is a mistake, and an empty variable is none', () => {
  expect(environmentLayer({ HATSTACK_ORGANIZATION: 'on' })).toEqual({
    kind: 'problem',
    problem: 'HATSTACK_ORGANIZATION: `on` is neither true nor false',
  });
  expect(environmentLayer({ HATSTACK_ORGANIZATION: '' })).toEqual({ kind: 'layer', layer: new Map() });
});
