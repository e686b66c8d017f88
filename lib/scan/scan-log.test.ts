import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { ScanLog } from './scan-log';

const fact = (arn: string | null, data: Fact['data']): Fact => ({
  kind: 'thing',
  source: 'things:ListThings',
  account: '111111111111',
  region: 'global',
  arn,
  data,
});

test('the order of the answers does not show', () => {
  const facts = [fact('c', 1), fact('a', 1), fact(null, 2), fact(null, 1)];
  const [forth, back] = [facts, facts.toReversed()].map((list) => {
    const log = new ScanLog();
    for (const one of list) log.addFact(one);
    return log.facts();
  });
  expect(forth).toEqual(back);
  expect(forth?.map(({ arn }) => arn)).toEqual([null, null, 'a', 'c']);
});

test('secrets are dropped on the way in', () => {
  const log = new ScanLog();
  log.addFact(fact('a', { configuration: { OAuthToken: 'ghp_planted' } }));
  expect(JSON.stringify(log.facts())).not.toContain('planted');
});
