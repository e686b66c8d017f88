import { expect, test } from 'vitest';
import { awsError, checkCollector } from '../collector.fixture';
import { organizations } from './organizations';

const MANAGING = '999999999999';
const WHOLE = {
  DescribeOrganization: [
    {
      Organization: {
        Arn: 'arn:aws:organizations::999999999999:organization/o-1',
        MasterAccountId: MANAGING,
      },
    },
  ],
  ListAccounts: [
    { Accounts: [{ Id: MANAGING, Arn: 'm' }], NextToken: 'more' },
    { Accounts: [{ Id: '111111111111', Arn: 'a' }] },
  ],
  ListRoots: [{ Roots: [{ Id: 'r-1', Arn: 'r' }] }],
  ListOrganizationalUnitsForParent: (input: object) => ({
    OrganizationalUnits: 'ParentId' in input && input.ParentId === 'r-1' ? [{ Id: 'ou-1', Arn: 'ou' }] : [],
  }),
  ListAccountsForParent: [
    { Accounts: [{ Id: MANAGING, Arn: 'm' }] },
    { Accounts: [{ Id: '111111111111', Arn: 'a' }] },
  ],
  ListPoliciesForTarget: [{ Policies: [{ Id: 'p-1' }] }],
  DescribePolicy: [{ Policy: { PolicySummary: { Id: 'p-1', Arn: 'p' }, Content: '{}' } }],
};

test('reads accounts of all pages, the tree, and each policy once', async () => {
  const heard = await checkCollector(organizations, WHOLE);
  const counts = new Map<string, number>();
  for (const { kind } of heard.facts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  expect([...counts]).toEqual([
    ['organization', 1],
    ['organization-account', 2],
    ['organization-root', 1],
    ['organizational-unit', 1],
    ['organization-account-parent', 2],
    // root, OU and two accounts, each with service and resource control policies
    ['organization-policy-targets', 8],
    ['organization-policy', 1],
  ]);
  expect(heard.facts.every(({ account }) => account === MANAGING)).toBe(true);
  expect(new Set(heard.asked.map(({ operation }) => `organizations:${operation}`))).toEqual(
    new Set(organizations.calls.map(({ name }) => name)),
  );
});

test('adds the parameters that give an element its place', async () => {
  const heard = await checkCollector(organizations, WHOLE);
  const dataOf = (kind: string) => heard.facts.find((fact) => fact.kind === kind)?.data;
  expect(dataOf('organizational-unit')).toMatchObject({ Id: 'ou-1', ParentId: 'r-1' });
  expect(dataOf('organization-policy-targets')).toMatchObject({
    TargetId: 'r-1',
    Filter: 'SERVICE_CONTROL_POLICY',
  });
});

test('says that the account is in no organisation', async () => {
  const heard = await checkCollector(organizations, {
    DescribeOrganization: [awsError('AWSOrganizationsNotInUseException', 400)],
  });
  expect(heard.facts).toMatchObject([{ kind: 'organization', account: '111111111111', data: null }]);
  expect(heard.gaps).toEqual([]);
});

test('keeps what a member may see and notes gaps for the rest', async () => {
  const denied = [awsError('AccessDeniedException', 400)];
  const heard = await checkCollector(organizations, { ...WHOLE, ListAccounts: denied, ListRoots: denied });
  expect(heard.facts.map(({ kind }) => kind)).toEqual(['organization']);
  expect(heard.gaps.map(({ source }) => source)).toEqual([
    'organizations:ListAccounts',
    'organizations:ListRoots',
  ]);
});
