import { expect, it } from 'vitest';
import type { State } from '@/lib/verdict/judgement';
import { gatherAll } from './map-of-accounts-groups';
import type { MapAccount } from './map-of-accounts-model';

const account = (id: string, units: readonly string[], more: Partial<MapAccount> = {}): MapAccount => ({
  id,
  kind: 'target',
  name: id,
  second: '',
  note: '',
  isProd: false,
  isScanned: true,
  state: 'works',
  pipelines: 1,
  rows: [],
  stage: 0,
  goal: null,
  units,
  tier: null,
  ...more,
});
const accounts = (
  count: number,
  of: (index: number) => Partial<MapAccount>,
  units: (index: number) => string[],
) => Array.from({ length: count }, (_, index) => account(`a${index}`, units(index), of(index)));
const namesOf = (list: readonly MapAccount[], open: string | null = null) =>
  gatherAll(list, 13, open).shown.map(({ name }) => name);

it('gathers by the finest units that fit, and leaves out what all of them share', () => {
  const list = accounts(
    60,
    () => ({}),
    (index) => ['Root', 'Workloads', index % 2 ? 'Prod' : 'Dev', `team ${index % 3}`],
  );
  expect(namesOf(list)).toEqual([
    'Dev / team 0',
    'Dev / team 1',
    'Dev / team 2',
    'Prod / team 0',
    'Prod / team 1',
    'Prod / team 2',
  ]);
});

it('takes the units above where the finest are too many', () => {
  const list = accounts(
    60,
    () => ({}),
    (index) => [index % 2 ? 'Prod' : 'Dev', `team ${index}`],
  );
  expect(namesOf(list)).toEqual(['Dev', 'Prod']);
});

it('gathers by tier where units tell nothing apart, and by state where tiers do not either', () => {
  const tiers = accounts(
    20,
    (index) => ({ tier: index % 2 ? 'prod' : 'dev' }),
    () => ['Workloads'],
  );
  expect(namesOf(tiers)).toEqual(['Tier dev', 'Tier prod']);
  const states = accounts(
    20,
    (index): { state: State } => ({ state: index === 7 ? 'works' : 'broken' }),
    () => [],
  );
  expect(namesOf(states)).toEqual(['Broken', 'a7']);
});

it('says how many are in the worst state, and puts the worst group first', () => {
  const list = accounts(
    30,
    (index): { state: State } => ({ state: index === 9 ? 'broken' : 'works' }),
    (index) => [index < 5 ? 'Aa' : 'Bb'],
  );
  const { shown } = gatherAll(list, 13, null);
  expect(shown.map(({ name, note, state }) => [name, note, state])).toEqual([
    ['Bb', '25 accounts, 1 broken', 'broken'],
    ['Aa', '5 accounts', 'works'],
  ]);
  const open = gatherAll(list, 13, 'group Bb');
  expect(open.shown.map(({ name }) => name).slice(0, 2)).toEqual(['Bb', 'a9']);
  expect(open.shown.some(({ name }) => name === '10 more')).toBe(true);
  expect(new Set([...open.shown.map(({ id }) => id), ...open.into.keys()]).size).toBe(30 + 3);
});

it('leaves few accounts as they are', () => {
  expect(
    namesOf(
      accounts(
        13,
        () => ({}),
        () => ['One'],
      ),
    ),
  ).toHaveLength(13);
});
