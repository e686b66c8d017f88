import { describe, expect, it } from 'vitest';
import { badness, best, stateOf, worst } from './state';

describe('the worst state', () => {
  it.each([
    [[], 'works'],
    [['works', 'depends'], 'depends'],
    [['unknown', 'depends'], 'unknown'],
    [['unknown', 'broken', 'works'], 'broken'],
  ] as const)('of %j is %s', (states, expected) => {
    expect(worst(states)).toBe(expected);
  });
});

describe('the best state, of alternatives', () => {
  it.each([
    [['broken', 'works'], 'works'],
    [['broken', 'unknown'], 'unknown'],
    [['broken', 'broken'], 'broken'],
    [[], 'broken'],
  ] as const)('of %j is %s', (states, expected) => {
    expect(best(states)).toBe(expected);
  });
});

it('a verdict means a state', () => {
  expect((['allowed', 'depends', 'unknown', 'denied'] as const).map(stateOf)).toEqual([
    'works',
    'depends',
    'unknown',
    'broken',
  ]);
  expect((['works', 'depends', 'unknown', 'broken'] as const).map(badness)).toEqual([0, 1, 2, 3]);
});
