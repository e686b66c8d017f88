import { expect, test } from 'vitest';
import { collectors } from './collectors/index';
import { planLines, planPhase } from './plan';

const ALL = { accounts: [], regions: [] };

test('regional collectors are planned per region of the account, the others once per account', () => {
  const places = [
    { account: '111111111111', regions: ['eu-west-1', 'us-east-1'] },
    { account: '222222222222', regions: ['eu-west-1'] },
  ];
  const units = [...planPhase(1, collectors, places)];
  const told = units.map(({ collector, account, region }) => `${account} ${collector.service} ${region}`);
  expect(told.filter((unit) => / (iam|codepipeline) /.test(unit))).toEqual([
    '111111111111 iam global',
    '222222222222 iam global',
    '111111111111 codepipeline eu-west-1',
    '222222222222 codepipeline eu-west-1',
    '111111111111 codepipeline us-east-1',
  ]);
});

test('accounts take turns, ten of them at a time', () => {
  const places = Array.from({ length: 25 }, (_, number) => ({
    account: String(100_000_000_000 + number),
    regions: ['eu-west-1', 'us-east-1'],
  }));
  const units = [...planPhase(1, collectors, places)];
  expect(new Set(units.slice(0, 10).map(({ account }) => account)).size).toBe(10);
  const third = units.length * (10 / 25);
  expect(new Set(units.slice(0, third).map(({ account }) => account)).size).toBe(10);
  expect(
    new Set(units.map(({ collector, account, region }) => `${collector.service} ${account} ${region}`)).size,
  ).toBe(new Set(units).size);
});

test('what finds out what to plan is not planned itself', () => {
  const planned = ([1, 2, 3] as const).flatMap((phase) => [
    ...planPhase(phase, collectors, [{ account: '111111111111', regions: ['eu-west-1'] }]),
  ]);
  expect(planned.filter(({ collector }) => collector.finds !== undefined)).toEqual([]);
});

test('the plan in words names accounts, regions, role and every call', () => {
  const reach = { ous: [], tags: [{ key: 'a', value: 'b' }], include: [], exclude: [] };
  const text = planLines(collectors, { accounts: 'organization', reach, regions: [], roleName: 'r' }).join(
    '\n',
  );
  expect(text).toContain('\nrole: `r` in each account\n');
  for (const { name } of collectors.flatMap(({ calls }) => calls)) expect(text).toContain(name.split(':')[1]);
});

test('calls that this scan will not make are not in its plan', () => {
  const text = planLines(collectors, { accounts: ['111111111111'], regions: ['eu-west-1'] }).join('\n');
  expect(text).toContain('accounts: 111111111111\nregions: eu-west-1\n');
  expect(text).not.toContain('ListRegions');
  expect(text).not.toContain('ListTagsForResource');
});

test.each([
  [{}, 'every active account of the organisation'],
  [{ ous: ['ou-a', 'ou-b'] }, 'every active account of the organisation below ou-a, ou-b'],
  [
    { tags: [{ key: 'k', value: 'v' }], include: ['1'], exclude: ['2'] },
    'every active account of the organisation tagged k=v, and 1, but not 2',
  ],
  [{ include: ['1'] }, 'of the organisation 1'],
])('reach %j in words', (given, words) => {
  const reach = { ous: [], tags: [], include: [], exclude: [], ...given };
  expect(planLines([], { accounts: 'organization', reach, regions: [] })[0]).toBe(`accounts: ${words}`);
});

test('the plan in words says what is still to be found out', () => {
  expect(planLines([], ALL)).toEqual([
    'accounts: the one of the credentials',
    'regions: those that each account has enabled',
    'role: none, the credentials themselves',
    'calls, which all of them only read:',
    '  sts, to come in: GetCallerIdentity',
  ]);
  expect(planLines([], { ...ALL, roleName: 'r' }).at(-1)).toBe(
    '  sts, to come in: AssumeRole, GetCallerIdentity',
  );
  expect(planLines([], { ...ALL, regions: ['ap-east-1'] })[1]).toBe(
    'regions: ap-east-1, where the account has enabled them',
  );
});

test('roles of single accounts and the role on the way there are told', () => {
  const overrides = new Map([['222222222222', { roleName: 'other' }]]);
  const initialRole = { arn: 'arn:aws:iam::111111111111:role/hub' };
  expect(planLines([], { ...ALL, roleName: 'r', overrides, initialRole })[2]).toBe(
    'role: `r` in each account, `other` in 222222222222, through `arn:aws:iam::111111111111:role/hub`',
  );
});
