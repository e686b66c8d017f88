// Reads the organisation: its accounts, the tree they hang in, and the control policies on every branch.
import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  type DescribePolicyCommandInput,
  ListAccountsCommand,
  type ListAccountsCommandInput,
  ListAccountsForParentCommand,
  type ListAccountsForParentCommandInput,
  ListOrganizationalUnitsForParentCommand,
  type ListOrganizationalUnitsForParentCommandInput,
  ListPoliciesForTargetCommand,
  type ListPoliciesForTargetCommandInput,
  ListRootsCommand,
  type ListRootsCommandInput,
  OrganizationsClient,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import type { AccountId } from '@/lib/names/arn';
import { type Asking, call, collector } from '../collector';

type Org = OrganizationsClient;
const describeOrganization = call('organizations:DescribeOrganization', (org: Org, _: object) =>
  org.send(new DescribeOrganizationCommand({})),
);
const listAccounts = call('organizations:ListAccounts', (org: Org, input: ListAccountsCommandInput) =>
  org.send(new ListAccountsCommand(input)),
);
const listRoots = call('organizations:ListRoots', (org: Org, input: ListRootsCommandInput) =>
  org.send(new ListRootsCommand(input)),
);
const listOrganizationalUnits = call(
  'organizations:ListOrganizationalUnitsForParent',
  (org: Org, input: ListOrganizationalUnitsForParentCommandInput) =>
    org.send(new ListOrganizationalUnitsForParentCommand(input)),
);
const listAccountsForParent = call(
  'organizations:ListAccountsForParent',
  (org: Org, input: ListAccountsForParentCommandInput) => org.send(new ListAccountsForParentCommand(input)),
);
const listPoliciesForTarget = call(
  'organizations:ListPoliciesForTarget',
  (org: Org, input: ListPoliciesForTargetCommandInput) => org.send(new ListPoliciesForTargetCommand(input)),
);
const describePolicy = call('organizations:DescribePolicy', (org: Org, input: DescribePolicyCommandInput) =>
  org.send(new DescribePolicyCommand(input)),
);

/** The kinds of policies that can refuse a call. */
const FILTERS: readonly PolicyType[] = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];

/** Facts `organization` and those that begin with `organization-`, and `organizational-unit`; all of them facts of the
 *  management account. An account outside any organisation has an `organization` of null. */
export const organizations = collector({
  service: 'organizations',
  scope: 'organization',
  phase: 1,
  client: (config) => new OrganizationsClient(config),
  calls: [
    describeOrganization,
    listAccounts,
    listRoots,
    listOrganizationalUnits,
    listAccountsForParent,
    listPoliciesForTarget,
    describePolicy,
  ],
  async collect(asking) {
    const answer = await asking.ask(describeOrganization, {});
    if (answer === 'gap') return;
    const organization = answer === 'absent' ? undefined : answer.Organization;
    const account = organization?.MasterAccountId ?? asking.account;
    const fact = { source: describeOrganization, arn: organization?.Arn ?? null, account };
    asking.note({
      kind: 'organization',
      ...fact,
      data: organization === undefined ? null : { Organization: organization },
    });
    if (organization === undefined) return;
    const accounts = await collectAccounts(asking, account);
    const branches = await collectTree(asking, account);
    await collectPolicies(asking, account, [...branches, ...accounts]);
  },
});

async function collectAccounts({ pages, note }: Asking<Org>, account: AccountId): Promise<string[]> {
  const ids: string[] = [];
  const list = pages(listAccounts, {}, ({ NextToken }) => (NextToken ? { NextToken } : undefined));
  for await (const page of list) {
    for (const data of page.Accounts ?? []) {
      note({ kind: 'organization-account', source: listAccounts, arn: data.Arn ?? null, account, data });
      if (data.Id !== undefined) ids.push(data.Id);
    }
  }
  return ids;
}

/** @returns the ids of the root and of every OU */
async function collectTree({ pages, note }: Asking<Org>, account: AccountId): Promise<string[]> {
  const branches: string[] = [];
  for await (const { Roots } of pages(listRoots, {}, ({ NextToken }) =>
    NextToken ? { NextToken } : undefined,
  )) {
    for (const data of Roots ?? []) {
      note({ kind: 'organization-root', source: listRoots, arn: data.Arn ?? null, account, data });
      if (data.Id !== undefined) branches.push(data.Id);
    }
  }
  // `branches` grows while it is walked: breadth first, each parent before its children.
  for (const ParentId of branches) {
    const units = pages(listOrganizationalUnits, { ParentId }, ({ NextToken }) =>
      NextToken ? { ParentId, NextToken } : undefined,
    );
    for await (const { OrganizationalUnits } of units) {
      for (const unit of OrganizationalUnits ?? []) {
        const fact = { source: listOrganizationalUnits, arn: unit.Arn ?? null, account };
        note({ kind: 'organizational-unit', ...fact, data: { ...unit, ParentId } });
        if (unit.Id !== undefined) branches.push(unit.Id);
      }
    }
    const children = pages(listAccountsForParent, { ParentId }, ({ NextToken }) =>
      NextToken ? { ParentId, NextToken } : undefined,
    );
    for await (const { Accounts } of children) {
      for (const child of Accounts ?? []) {
        const fact = { source: listAccountsForParent, arn: child.Arn ?? null, account };
        note({ kind: 'organization-account-parent', ...fact, data: { ...child, ParentId } });
      }
    }
  }
  return branches;
}

async function collectPolicies(
  { ask, pages, note }: Asking<Org>,
  account: AccountId,
  targets: readonly string[],
): Promise<void> {
  const policyIds = new Set<string>();
  for (const TargetId of targets) {
    for (const Filter of FILTERS) {
      const Policies: object[] = [];
      let isWhole = false;
      const list = pages(listPoliciesForTarget, { TargetId, Filter }, ({ NextToken }) =>
        NextToken ? { TargetId, Filter, NextToken } : undefined,
      );
      for await (const page of list) {
        Policies.push(...(page.Policies ?? []));
        isWhole = !page.NextToken;
        for (const { Id } of page.Policies ?? []) if (Id !== undefined) policyIds.add(Id);
      }
      // A list that broke off in the middle would read as "no further policies": the gap speaks instead.
      if (!isWhole) continue;
      const data = { TargetId, Filter, Policies };
      note({ kind: 'organization-policy-targets', source: listPoliciesForTarget, arn: null, account, data });
    }
  }
  for (const PolicyId of policyIds) {
    const answer = await ask(describePolicy, { PolicyId });
    if (answer === 'gap' || answer === 'absent') continue;
    const arn = answer.Policy?.PolicySummary?.Arn ?? null;
    note({ kind: 'organization-policy', source: describePolicy, arn, account, data: answer });
  }
}
