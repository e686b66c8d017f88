// How documents are read, and what is said of those that cannot be.
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from './duplicate-keys';
import { parsePolicy } from './parse-policy';

const ALLOW = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const document = (statement: unknown) => ({ Version: '2012-10-17', Statement: statement });
const shapeOf = (given: unknown) =>
  parsePolicy('p', 'identity', given).statements.map(({ index, pointer, effect }) => [
    index,
    pointer,
    effect,
  ]);
const problemsOf = (given: unknown, type: 'identity' | 'resource' = 'identity') =>
  parsePolicy('p', type, given).problems.map(({ pointer, message }) => `${pointer} ${message}`);

describe('parsePolicy', () => {
  it.each([
    ['an object', document([ALLOW])],
    ['JSON text', JSON.stringify(document([ALLOW]))],
    ['URL-encoded JSON text', encodeURIComponent(JSON.stringify(document([ALLOW])))],
    ['no version', { Statement: [ALLOW] }],
  ])('reads %s', (_name, given) => {
    expect(shapeOf(given)).toEqual([[0, '/Statement/0', 'Allow']]);
    expect(problemsOf(given)).toEqual([]);
  });

  it('reads a lone statement outside a list', () => {
    expect(shapeOf(document(ALLOW))).toEqual([[0, '/Statement', 'Allow']]);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 3],
    ['a list', [ALLOW]],
    ['text that is no JSON', '%7Bnonsense'],
    ['no statement', { Version: '2012-10-17' }],
    ['an unknown version', { Version: '2020-01-01', Statement: [] }],
    ['an unknown element', { ...document([]), Statements: [] }],
    ['an element named twice', '{"Version":"2012-10-17","Statement":[],"Statement":[]}'],
  ])('makes %s a policy that may say anything', (_name, given) => {
    expect(shapeOf(given)).toEqual([[0, '', 'unreadable']]);
    expect(problemsOf(given)).toHaveLength(1);
  });

  it.each([
    ['no object', 'Allow'],
    ['an Effect in another case', { ...ALLOW, Effect: 'ALLOW' }],
    ['no Action', { Effect: 'Allow', Resource: '*' }],
    ['Action and NotAction', { ...ALLOW, NotAction: 's3:*' }],
    ['an Action that is no text', { ...ALLOW, Action: [1] }],
    ['no Resource', { Effect: 'Allow', Action: '*' }],
    ['an unknown element', { ...ALLOW, Conditon: {} }],
    ['a Principal, in an identity policy', { ...ALLOW, Principal: '*' }],
    ['a Condition that is no object', { ...ALLOW, Condition: [] }],
    ['an unknown operator', { ...ALLOW, Condition: { StringIs: { a: 'b' } } }],
    ['a condition value that is an object', { ...ALLOW, Condition: { StringEquals: { a: {} } } }],
  ])('reports a statement with %s, and keeps the others', (_name, statement) => {
    const given = document([ALLOW, statement]);
    expect(shapeOf(given)).toHaveLength(2);
    expect(problemsOf(given).every((problem) => problem.startsWith('/Statement/1 '))).toBe(true);
    expect(problemsOf(given)).toHaveLength(1);
  });

  it.each([
    ['no Principal', { Effect: 'Allow', Action: '*' }],
    [
      'a bare ARN as Principal',
      { Effect: 'Allow', Action: '*', Principal: 'arn:aws:iam::111111111111:root' },
    ],
    ['an unknown kind of Principal', { Effect: 'Allow', Action: '*', Principal: { Aws: '*' } }],
  ])('reports a statement of a resource policy with %s', (_name, statement) => {
    expect(problemsOf(document([statement]), 'resource')).toHaveLength(1);
  });

  it('reports a statement whose text names an element twice', () => {
    const text = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Effect":"Deny"}]}';
    expect(problemsOf(text)).toEqual(['/Statement/0 an element is named twice']);
  });
});

describe('duplicateKeys', () => {
  it.each([
    ['{"a":1,"b":{"a":1}}', []],
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":[{"b":1},{"b":1,"b":2}]}', ['/a/1/b']],
    ['{"a":{"x/y":1,"x~y":2,"x/y":3}}', ['/a/x~1y']],
    ['{"a":"{\\"b\\":1,\\"b\\":2}"}', []],
    ['{"\\u0061":1,"a":2}', ['/a']],
    ['[1,"a","a",{}]', []],
  ])('%s', (text, expected) => {
    expect(duplicateKeys(text)).toEqual(expected);
  });
});
