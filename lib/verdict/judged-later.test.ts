import { expect, test } from 'vitest';
import type { Need } from '@/lib/graph/hop';
import { countsForState, JudgedLater } from './judged-later';
import type { JudgedNeed } from './judgement';

const need: Need = {
  principal: { kind: 'service', service: 'codepipeline.amazonaws.com' },
  action: 'logs:GetLogEvents',
  resource: '*',
  resourceAccount: null,
  base: {},
  context: {},
  essential: false,
  because: 'Shows the log.',
  source: '',
};

const answer: JudgedNeed = {
  need,
  verdict: 'denied',
  decision: { verdict: 'denied', by: 'identity', evidence: [], undetermined: [], caveats: [] },
  explain: () => {
    throw new Error('not asked for here');
  },
  sources: () => new Map(),
  gaps: [],
  notScanned: ['nobody asked'],
};

test('a need that changes no state is judged when somebody looks, and once', () => {
  let asked = 0;
  const later = new JudgedLater(need, () => {
    asked += 1;
    return answer;
  });
  expect([later.need, asked]).toEqual([need, 0]);
  const { verdict, decision, notScanned, gaps, sources } = later;
  expect([verdict, decision, notScanned, gaps, sources()]).toEqual([
    'denied',
    answer.decision,
    ['nobody asked'],
    [],
    new Map(),
  ]);
  expect(asked).toBe(1);
});

test('essential needs and alternatives count for the state, others do not', () => {
  expect(countsForState(need)).toBe(false);
  expect(countsForState({ ...need, essential: true })).toBe(true);
  expect(countsForState({ ...need, oneOf: 'create-or-update' })).toBe(true);
});
