import { describe, expect, it, test } from 'vitest';
import { fuzzyMarks, fuzzyScore, fuzzyWords } from './fuzzy';

const score = (typed: string, name: string, more = '') => fuzzyScore(fuzzyWords(typed), name, more);

describe('typed letters', () => {
  test.each([
    ['a part', 'out', 'checkout-service'],
    ['initials', 'dpu', 'deploy-prod-use2'],
    ['pieces in order', 'chkserv', 'checkout-service'],
    ['nothing', '', 'checkout-service'],
    ['two words in any order', 'use2 deploy', 'deploy-prod-use2'],
  ])('find a name by %s', (_, typed, name) => expect(score(typed, name)).not.toBeNull());

  test.each([
    ['letters strewn over it', 'cosr', 'checkout-service'],
    ['letters in another order', 'eivres', 'checkout-service'],
    ['pieces that begin inside a word', 'hkout', 'checkout-service'],
    ['one word that is nowhere', 'checkout batch', 'checkout-service'],
  ])('do not find a name by %s', (_, typed, name) => expect(score(typed, name)).toBeNull());

  it('also look through what stands beside the name, for whole words', () => {
    expect(score('checkout tools', 'checkout-service', 'tools us-east-1')).not.toBeNull();
    expect(score('tls', 'checkout-service', 'tools us-east-1')).toBeNull();
  });

  it('prefer the whole name, then its start, then a word, then the inside, then gaps', () => {
    const names = ['deploy', 'deploy-prod', 'prod-deploy', 'redeploy'];
    const scores = names.map((name) => score('deploy', name) ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(names.length);
    expect(score('dploy', 'deploy')).toBeLessThan(Math.min(...scores));
  });

  it('are marked where they were found, once each', () => {
    expect(fuzzyMarks(fuzzyWords('serv check'), 'checkout-service')).toEqual([
      [0, 5],
      [9, 13],
    ]);
    expect(fuzzyMarks(fuzzyWords('check heck'), 'checkout')).toEqual([[0, 5]]);
    expect(fuzzyMarks(fuzzyWords('dpu'), 'deploy-prod-use2')).toEqual([
      [0, 1],
      [7, 8],
      [12, 13],
    ]);
  });
});
