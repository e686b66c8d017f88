import { describe, expect, test } from 'vitest';
import type { HopTrail, NeedTrail, PolicyLine, PolicyTrail } from '@/lib/scene/trail';
import { decidingPolicy } from './deciding-policy';
import { excerpt } from './excerpt';
import { hatOf } from './hat-of';
import { policyGroups } from './policy-groups';

const line = (number: number, mark: PolicyLine['mark'] = 'none'): PolicyLine => ({
  number,
  text: `${number}`,
  mark,
});
const document = (length: number, marked: readonly number[]) =>
  Array.from({ length }, (_, place) => line(place + 1, marked.includes(place + 1) ? 'deciding' : 'none'));

const policy = (id: string, state: PolicyTrail['state'], marked = true): PolicyTrail => ({
  id,
  title: id,
  account: null,
  state,
  statement: null,
  lines: [line(1, marked ? 'deciding' : 'none')],
  nearMisses: [],
  editable: null,
});

describe('an excerpt', () => {
  test.each([
    ['a short text is shown whole', document(5, [3]), [1, 2, 3, 4, 5]],
    [
      'two lines around each marked one',
      document(30, [10, 11, 20]),
      [8, 9, 10, 11, 12, 13, 18, 19, 20, 21, 22],
    ],
    ['marks at the edges', document(13, [1, 13]), [1, 2, 3, 11, 12, 13]],
    ['the beginning, where nothing is marked', document(30, []), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ])('%s', (_, lines, expected) => {
    expect(excerpt(lines).map(({ number }) => number)).toEqual(expected);
  });
});

describe('the policy shown open', () => {
  const need = (state: NeedTrail['state'], policies: readonly PolicyTrail[]): NeedTrail => ({
    id: 'need',
    state,
    essential: true,
    action: 'kms:Decrypt',
    because: '',
    source: '',
    request: [],
    sides: [],
    policies,
    missing: [],
    dependsOn: [],
    caveats: [],
    ask: null,
  });
  test.each<[string, NeedTrail, string | undefined]>([
    [
      'a yes: the one that granted',
      need('works', [policy('SCP FullAWSAccess', 'allows'), policy('identity', 'allows')]),
      'identity',
    ],
    [
      'a no: the denial, not the grant',
      need('broken', [policy('identity', 'allows'), policy('scp', 'denies')]),
      'scp',
    ],
    [
      'a silence: the one that says nothing',
      need('broken', [policy('identity', 'allows'), policy('key', 'says nothing')]),
      'key',
    ],
    ['nothing to show', need('unknown', [policy('key', 'not read', false)]), undefined],
  ])('%s', (_, some, expected) => {
    expect(decidingPolicy(some)?.id).toBe(expected);
  });
});

test('three policies in a row that only agree are one line, the deciding one stays apart', () => {
  const scps = ['a', 'b', 'c'].map((id) => policy(id, 'allows'));
  const key = policy('key', 'says nothing');
  const identity = policy('identity', 'allows');
  expect(policyGroups([...scps, key, identity], key).map((group) => group.kind)).toEqual([
    'agreeing',
    'one',
    'one',
  ]);
  expect(policyGroups([...scps, identity], identity).map((group) => group.kind)).toEqual(['agreeing', 'one']);
});

describe('the hat of a hop', () => {
  const hop = (action: string, on: string): HopTrail => ({
    id: 'hop',
    number: 1,
    sentence: [],
    state: 'works',
    overBroad: false,
    marks: [],
    needs: [
      {
        id: 'need',
        state: 'works',
        essential: true,
        action,
        because: '',
        source: '',
        request: [{ label: 'On', value: on }],
        sides: [],
        policies: [],
        missing: [],
        dependsOn: [],
        caveats: [],
        ask: null,
      },
    ],
    faults: [],
    crossAccount: false,
    principalSide: 'works',
    resourceSide: 'works',
  });
  test.each([
    ['sts:AssumeRole', 'arn:aws:iam::111111111111:role/ci/deploy', 'deploy'],
    ['iam:PassRole', 'arn:aws-cn:iam::111111111111:role/task', 'task'],
    ['iam:PassRole', 'arn:aws:iam::111111111111:role/*', undefined],
    ['kms:Decrypt', 'arn:aws:kms:us-east-1:111111111111:key/1', undefined],
  ])('%s on %s', (action, on, name) => {
    expect(hatOf(hop(action, on))?.name).toBe(name);
  });
});
