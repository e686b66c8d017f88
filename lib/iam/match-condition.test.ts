// Truth tables: every operator under every state of a key, qualifier and IfExists.
import { describe, expect, it } from 'vitest';
import { ABSENT, known, PRESENT, UNKNOWN } from './context';
import { prepare } from './env';
import { meetsCondition } from './match-condition';
import { OPERATORS } from './operators/index';
import { parseConditions } from './parse-condition';
import type { Policies, Policy } from './policy';
import type { KeyState } from './request';
import type { Tri } from './tri';

const NONE: Policies<Policy> = {
  identity: [],
  boundary: null,
  session: null,
  resource: null,
  scp: null,
  rcp: null,
  endpoint: null,
};

function truth(operator: string, wanted: string | readonly string[], state: KeyState): Tri {
  const { conditions, problems } = parseConditions({ [operator]: { k: wanted } }, '', true);
  const [condition] = conditions;
  if (condition === undefined) throw new Error(problems.join());
  const principal = {
    kind: 'user',
    arn: 'arn:aws:iam::111111111111:user/u',
    account: '111111111111',
  } as const;
  const request = { principal, action: 'a:b', resource: '*', context: { k: state }, closed: true };
  return meetsCondition(condition, prepare(request, NONE, null), null);
}

/** For each operator a policy's value, a request's value that matches and one that does not. */
const VALUES: { readonly [operator: string]: readonly [wanted: string, match: string, other: string] } = {
  StringEquals: ['a', 'a', 'A'],
  StringNotEquals: ['a', 'a', 'A'],
  StringEqualsIgnoreCase: ['a', 'A', 'b'],
  StringNotEqualsIgnoreCase: ['a', 'A', 'b'],
  StringLike: ['a*', 'abc', 'b'],
  StringNotLike: ['a*', 'abc', 'b'],
  NumericEquals: ['5', '5.0', '6'],
  NumericNotEquals: ['5', '5.0', '6'],
  NumericLessThan: ['5', '4.9', '5'],
  NumericLessThanEquals: ['5', '5', '5.1'],
  NumericGreaterThan: ['5', '6', '5'],
  NumericGreaterThanEquals: ['5', '5', '4'],
  DateEquals: ['2026-01-01T00:00:00Z', '1767225600', '2026-01-02'],
  DateNotEquals: ['2026-01-01T00:00:00Z', '1767225600', '2026-01-02'],
  DateLessThan: ['2026-01-01', '2025-12-31T23:59:59Z', '2026-01-01'],
  DateLessThanEquals: ['2026-01-01', '2026-01-01T01:00:00+01:00', '2026-01-01T00:00:01Z'],
  DateGreaterThan: ['2026', '2026-01-01T00:00:00.5Z', '2026-01-01'],
  DateGreaterThanEquals: ['2026-01', '2026-01-01', '2025-12-31'],
  Bool: ['true', 'TRUE', 'false'],
  BinaryEquals: ['QQ==', 'QQ==', 'Qg=='],
  IpAddress: ['10.0.0.0/8', '10.255.0.1', '11.0.0.0'],
  NotIpAddress: ['10.0.0.0/8', '10.255.0.1', '11.0.0.0'],
  ArnEquals: ['arn:aws:s3:::b*', 'arn:aws:s3:::b1', 'arn:aws:s3:::c'],
  ArnNotEquals: ['arn:aws:s3:::b*', 'arn:aws:s3:::b1', 'arn:aws:s3:::c'],
  ArnLike: ['arn:aws:s3:::b*', 'arn:aws:s3:::b1', 'arn:aws:s3:::c'],
  ArnNotLike: ['arn:aws:s3:::b*', 'arn:aws:s3:::b1', 'arn:aws:s3:::c'],
};

const compared = OPERATORS.filter((operator) => operator.family !== 'null');

describe.each(compared)('$name', ({ name, isNegated }) => {
  const [wanted, match, other] = VALUES[name] ?? ['', '', ''];
  const [onMatch, onOther]: [Tri, Tri] = isNegated ? ['no', 'yes'] : ['yes', 'no'];
  const table: readonly [operator: string, state: KeyState, expected: Tri][] = [
    [name, known(match), onMatch],
    [name, known(other), onOther],
    [name, known(), isNegated ? 'yes' : 'no'],
    [name, known(match, other), 'no'],
    [name, ABSENT, isNegated ? 'yes' : 'no'],
    [name, PRESENT, 'unknown'],
    [name, UNKNOWN, 'unknown'],
    [`${name}IfExists`, known(match), onMatch],
    [`${name}IfExists`, known(other), onOther],
    [`${name}IfExists`, ABSENT, 'yes'],
    [`${name}IfExists`, PRESENT, 'unknown'],
    [`${name}IfExists`, UNKNOWN, 'unknown'],
    [`ForAllValues:${name}`, known(match), onMatch],
    [`ForAllValues:${name}`, known(match, other), 'no'],
    [`ForAllValues:${name}`, known(match, match), onMatch],
    [`ForAllValues:${name}`, known(), 'yes'],
    [`ForAllValues:${name}`, ABSENT, 'yes'],
    [`ForAllValues:${name}`, PRESENT, 'unknown'],
    [`ForAllValues:${name}`, UNKNOWN, 'unknown'],
    [`ForAllValues:${name}IfExists`, ABSENT, 'yes'],
    [`ForAnyValue:${name}`, known(match, other), 'yes'],
    [`ForAnyValue:${name}`, known(other, other), onOther],
    [`ForAnyValue:${name}`, known(), 'no'],
    [`ForAnyValue:${name}`, ABSENT, 'no'],
    [`ForAnyValue:${name}`, PRESENT, 'unknown'],
    [`ForAnyValue:${name}`, UNKNOWN, 'unknown'],
    [`ForAnyValue:${name}IfExists`, ABSENT, 'yes'],
  ];

  it.each(table)('%s of %j is %s', (operator, state, expected) => {
    expect(truth(operator, wanted, state)).toBe(expected);
  });

  it('with no value in the policy matches nothing', () => {
    expect(truth(name, [], known(match))).toBe(isNegated ? 'yes' : 'no');
    expect(truth(name, [], PRESENT)).toBe(isNegated ? 'yes' : 'no');
  });
});

describe('an operator that takes every value', () => {
  it.each([
    ['StringLike', PRESENT, 'yes'],
    ['StringNotLike', PRESENT, 'no'],
    ['StringLike', UNKNOWN, 'unknown'],
    ['StringNotLike', UNKNOWN, 'unknown'],
    ['StringLikeIfExists', UNKNOWN, 'yes'],
    ['ArnLike', PRESENT, 'yes'],
    ['ForAllValues:StringLike', UNKNOWN, 'yes'],
    ['ForAnyValue:StringLike', UNKNOWN, 'unknown'],
  ] as const)('%s * of %j is %s', (operator, state, expected) => {
    expect(truth(operator, '*', state)).toBe(expected);
  });

  it('a Bool that lists both holds for any', () => {
    expect(truth('Bool', ['true', 'false'], PRESENT)).toBe('yes');
  });
});

describe('Null', () => {
  it.each([
    ['true', ABSENT, 'yes'],
    ['true', known(), 'yes'],
    ['true', known('a'), 'no'],
    ['true', PRESENT, 'no'],
    ['true', UNKNOWN, 'unknown'],
    ['false', ABSENT, 'no'],
    ['false', known('a'), 'yes'],
    ['false', PRESENT, 'yes'],
    ['FALSE', PRESENT, 'yes'],
    ['false', UNKNOWN, 'unknown'],
  ] as const)('%s of %j is %s', (wanted, state, expected) => {
    expect(truth('Null', wanted, state)).toBe(expected);
  });

  it('asked for both holds for any', () => {
    expect(truth('Null', ['true', 'false'], UNKNOWN)).toBe('yes');
  });

  it.each(['NullIfExists', 'ForAnyValue:Null', 'StringFoo', 'ForSomeValues:StringEquals'])(
    'is not an operator of IAM: %s',
    (name) => {
      expect(parseConditions({ [name]: { k: 'true' } }, '', true).problems).toHaveLength(1);
    },
  );
});

describe('a value known by its beginning', () => {
  const prefix = (text: string): KeyState => ({ kind: 'present', prefix: text });
  it.each([
    ['StringLike', 'repo:acme/*', prefix('repo:acme/app:'), 'yes'],
    ['StringLike', 'repo:acme/*', prefix('repo:other'), 'no'],
    ['StringLike', 'repo:acme/*', prefix('repo:ac'), 'unknown'],
    ['StringEquals', 'AROA1:s', prefix('AROA1:'), 'unknown'],
    ['StringEquals', 'AROA1:s', prefix('AROA2:'), 'no'],
    ['StringNotEquals', 'AROA1:s', prefix('AROA2:'), 'yes'],
  ] as const)('%s %s of %j is %s', (operator, wanted, state, expected) => {
    expect(truth(operator, wanted, state)).toBe(expected);
  });
});
