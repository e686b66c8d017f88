import { describe, expect, test } from 'vitest';
import { hidingOf } from '@/components/ui/hiding';
import { filterWords } from '@/components/verdict/states';
import { NO_FILTER, shownRows } from './filter-rows';
import { headline } from './headline';
import { row } from './rows.fixture';
import type { ListState } from './view-state';

const rows = [
  row('web'),
  row('batch', { state: 'broken', why: [{ text: 'no key' }], overBroad: true }),
  row('api', { state: 'broken', why: [{ text: 'no key' }] }),
  row('sync', { state: 'depends' }),
  row('feed', { state: 'unknown', regions: ['eu-west-1', 'us-east-1'] }),
];
const all: ListState = { find: '', filter: 'any', broad: false, sort: 'state', reverse: false };
const names = (list: Partial<ListState>) => shownRows(rows, { ...all, ...list }).map(({ name }) => name);

describe('the rows shown', () => {
  test.each<[string, Partial<ListState>, string[]]>([
    ['worst state first, then by name', {}, ['api', 'batch', 'feed', 'sync', 'web']],
    ['one state only', { filter: 'broken' }, ['api', 'batch']],
    ['over-broad only', { broad: true }, ['batch']],
    ['every word is looked for, in names and causes', { find: 'KEY api' }, ['api']],
    ['a region is found too', { find: 'eu-west' }, ['feed']],
    ['sorted by name, backwards', { sort: 'name', reverse: true }, ['web', 'sync', 'feed', 'batch', 'api']],
    ['most regions first', { sort: 'regions' }, ['feed', 'api', 'batch', 'sync', 'web']],
  ])('%s', (_, list, expected) => {
    expect(names(list)).toEqual(expected);
  });
});

test('each filter that is set says what it hides by itself', () => {
  const list: ListState = { ...all, find: 'web', filter: 'broken' };
  const lifted: object[] = [];
  const hiding = hidingOf({
    list,
    none: NO_FILTER,
    total: rows.length,
    left: (one) => shownRows(rows, one).length,
    words: filterWords(list),
    onLift: (filter) => lifted.push(filter),
  });
  expect(hiding.map(({ filter, hides }) => [filter, hides])).toEqual([
    ['The search “web”', 4],
    ['The filter Broken', 3],
  ]);
  hiding[1]?.onLift();
  expect(lifted).toEqual([{ filter: 'any' }]);
});

describe('the headline', () => {
  test.each([
    ['broken ones and their causes', rows, '5 pipelines, 2 broken by 1 cause'],
    [
      'what cannot be told',
      rows.filter((r) => r.state === 'unknown'),
      '1 pipeline, none broken, 1 cannot be told',
    ],
    [
      'what depends',
      rows.filter((r) => r.state === 'depends'),
      '1 pipeline, none broken, 1 depends on the request',
    ],
    ['nothing wrong', [row('web')], '1 pipeline, all work'],
    ['only too wide', [row('web', { overBroad: true })], '1 pipeline, all work, 1 over-broad'],
  ])('%s', (_, some, expected) => {
    expect(headline(some, 1)).toBe(expected);
  });
});
