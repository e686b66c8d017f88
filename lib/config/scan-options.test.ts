import { expect, test } from 'vitest';
import { parseScanOptions } from './scan-options';

const A = '111111111111';
const B = '222222222222';

test('lists may be repeated, have commas, or simply go on', () => {
  const repeated = parseScanOptions(
    { account: [A, B], region: ['us-east-1', 'us-east-2'], 'role-name': 'r' },
    [],
  );
  const commas = parseScanOptions(
    { account: [`${A},${B}`], region: ['us-east-1, us-east-2'], 'role-name': 'r' },
    [],
  );
  const goesOn = parseScanOptions({ account: [A], region: ['us-east-1'], 'role-name': 'r' }, [
    B,
    'us-east-2',
  ]);
  expect(repeated).toMatchObject({ options: { accounts: [A, B], regions: ['us-east-1', 'us-east-2'] } });
  expect(commas).toEqual(repeated);
  expect(goesOn).toEqual(repeated);
});

test('nothing given means the account and region of the credentials', () => {
  expect(parseScanOptions({}, [])).toMatchObject({
    options: { accounts: [], regions: [], sessionName: 'hatstack', isDryRun: false },
  });
});

const MISTAKES: readonly (readonly [
  values: Parameters<typeof parseScanOptions>[0],
  rest: string[],
  part: string,
])[] = [
  [{ account: ['1111-1111-1111'], 'role-name': 'r' }, [], '`1111-1111-1111` is no account id'],
  [{ region: ['Ireland'] }, [], '`Ireland` is no region'],
  [{ region: ['us-east-1a'] }, [], '`us-east-1a` is no region'],
  [
    { organization: true, account: [A], 'role-name': 'r' },
    [],
    '--organization and --account exclude each other',
  ],
  [{ organization: true }, [], 'name it with --role-name'],
  [{ account: [A, B] }, [], 'name it with --role-name'],
  [{ 'external-id': 'abc' }, [], '--external-id goes with a role'],
  [{ 'role-name': `arn:aws:iam::${A}:role/r` }, [], '--role-name takes the name alone'],
  [{ 'role-name': 'two words' }, [], '`two words` is no role name'],
  [{ 'role-name': 'r', 'external-id': 'x' }, [], 'the external id must be'],
  [{ 'session-name': 'two words' }, [], '`two words` is no session name'],
  [{}, ['us-east-1'], '`us-east-1` belongs to no option'],
];

for (const [values, rest, part] of MISTAKES) {
  test(`says in one line: ${part}`, () => {
    const parsed = parseScanOptions(values, rest);
    expect(parsed.kind === 'problem' ? parsed.problem : '').toContain(part);
  });
}
