import { expect, test } from 'vitest';
import type { CoverageRow, Reading } from '@/lib/scene/coverage';
import { coverageHref, shownAccounts } from './view-state';

const row = (name: string, reading: Reading, calls: readonly string[] = []): CoverageRow => ({
  id: `id-of-${name}`,
  name,
  isProd: false,
  place: 'Workloads',
  reading,
  cells: [],
  services: [],
  calls: calls.map((call) => ({
    call,
    permission: call,
    accountId: '',
    account: name,
    regions: [],
    resources: 0,
    happened: 'refused',
    code: '',
    cure: '',
    statement: null,
    paths: [],
  })),
  statement: null,
  paths: 0,
});
const rows = [
  row('shut', 'closed', ['sts:AssumeRole']),
  row('prod', 'partly', ['kms:GetKeyPolicy']),
  row('old', 'not-asked'),
  row('dev', 'read'),
];
const names = (find: string, filter: Parameters<typeof shownAccounts>[1]['filter']) =>
  shownAccounts(rows, { find, filter }).map(({ name }) => name);

test.each([
  ['everything', '', 'any', ['shut', 'prod', 'old', 'dev']],
  ['those with refused calls', '', 'unanswered', ['shut', 'prod']],
  ['those that were not read', '', 'not-read', ['shut', 'old']],
  ['those that were read whole', '', 'read', ['dev']],
  ['a call by its name', 'getkeypolicy', 'any', ['prod']],
  ['an account by its id', 'ID-OF-DEV', 'any', ['dev']],
  ['nothing', 'nobody', 'any', []],
] as const)('finds %s', (_, find, filter, expected) => {
  expect(names(find, filter)).toEqual(expected);
});

test('a link keeps the account and the snapshot', () => {
  expect(coverageHref('/accounts', { account: '111111111111', snapshot: 'example' })).toBe(
    '/accounts?account=111111111111&snapshot=example',
  );
});
