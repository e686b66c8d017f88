import { expect, test } from 'vitest';
import { parseSnapshot } from './parse-snapshot';

const whole = {
  version: 1,
  id: '2026-11-24T04-06-00Z-1f3a',
  takenAt: '2026-11-24T04:06:00.000Z',
  accounts: ['111111111111'],
  regions: ['eu-west-1'],
  facts: [
    {
      kind: 'bucket-policy',
      source: 's3:GetBucketPolicy',
      account: '111111111111',
      region: 'global',
      arn: 'a',
      data: null,
    },
  ],
  gaps: [
    {
      source: 'kms:ListGrants',
      permission: 'kms:ListGrants',
      account: '111111111111',
      region: 'eu-west-1',
      scope: null,
      cause: 'denied',
      code: 'AccessDeniedException',
    },
  ],
};

test('a gap may tell which kind of policy refused', () => {
  const told = { ...whole, gaps: [{ ...whole.gaps[0], layer: 'scp' }] };
  expect(parseSnapshot(told)).toEqual({ kind: 'snapshot', snapshot: told });
});

test('a snapshot comes out as it went in', () => {
  expect(parseSnapshot(whole)).toEqual({ kind: 'snapshot', snapshot: whole });
});

const CASES: readonly (readonly [name: string, json: unknown, part: string])[] = [
  ['a list', [], 'the top level'],
  ['a text', 'snapshot', 'the top level'],
  ['nothing', null, 'the top level'],
  ['a later version', { ...whole, version: 2 }, 'version 2'],
  ['a foreign document', { name: 'hatstack', version: '0.1.0' }, 'not a snapshot'],
  ['an account of eleven digits', { ...whole, accounts: ['11111111111'] }, '`accounts.0`'],
  ['a time that is none', { ...whole, takenAt: 'yesterday' }, '`takenAt`'],
  ['an id that is a path', { ...whole, id: '../../etc/passwd' }, '`id`'],
  ['a fact without data', { ...whole, facts: [{ ...whole.facts[0], data: undefined }] }, '`facts.0.data`'],
  ['a gap of an unknown cause', { ...whole, gaps: [{ ...whole.gaps[0], cause: 'bored' }] }, '`gaps.0.cause`'],
  [
    'a gap of an unknown layer',
    { ...whole, gaps: [{ ...whole.gaps[0], layer: 'cellar' }] },
    '`gaps.0.layer`',
  ],
];

for (const [name, json, part] of CASES) {
  test(`${name} is no snapshot, and one line says where`, () => {
    const parsed = parseSnapshot(json);
    const problem = parsed.kind === 'problem' ? parsed.problem : '';
    expect(problem).toContain(part);
    expect(problem).not.toContain('\n');
  });
}
