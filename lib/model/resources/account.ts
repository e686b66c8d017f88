// Accounts: names, place in the organisation, and the guardrails of every level above them.
import { sortedBy } from '@/lib/base/sort';
import type { Fact } from '@/lib/snapshot/fact';
import { type FactIndex, field, listField, readFact, textField } from '../fact-index';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { Account, GuardrailLevel, GuardrailPolicy, Read } from '../resource';

type PolicyFilter = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** Reads the accounts of the organisation and those that were scanned without one.
 *  The management account's own principals are not bound by SCPs, nor its resources by RCPs.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html (read 2026-11-24) */
export const accountReader: Reader<'account'> = {
  kind: 'account',
  facts: [
    'caller-identity',
    'organization',
    'organization-account',
    'organization-root',
    'organizational-unit',
    'organization-account-parent',
    'organization-policy',
    'organization-policy-targets',
  ],
  read(facts) {
    const organization = facts.all('organization')[0];
    const members = new Map(
      facts.all('organization-account').map((fact) => [textField(fact.data, 'Id') ?? '', fact]),
    );
    const ids = new Set([...members.keys(), ...facts.all('caller-identity').map((fact) => fact.account)]);
    ids.delete('');
    const managementId = organization === undefined ? null : managementAccount(organization);
    const tree = organizationTree(facts);
    const resources = sortedBy([...ids], (id) => id).map((id): Account => {
      const member = members.get(id);
      const path = member === undefined ? null : tree.pathTo(id);
      return {
        kind: 'account',
        id,
        name: textField(member?.data, 'Name') ?? id,
        management: id === managementId,
        ouPath: path?.slice(1).map((target) => tree.nameOf(target)) ?? [],
        scps: guardrails(facts, organization, member, id === managementId, path, 'SERVICE_CONTROL_POLICY'),
        rcps: guardrails(facts, organization, member, id === managementId, path, 'RESOURCE_CONTROL_POLICY'),
        organizationId: organizationId(organization, member),
        orgPath: orgPath(organization, member, path),
        status: textField(member?.data, 'Status'),
      };
    });
    return { resources, problems: [] };
  },
};

function managementAccount(organization: Fact): string | null {
  return (
    textField(organization.data, 'MasterAccountId') ?? textField(organization.data, 'ManagementAccountId')
  );
}

function organizationId(organization: Fact | undefined, member: Fact | undefined): Read<string | null> {
  if (organization === undefined) return { kind: 'unread' };
  return { kind: 'read', value: member === undefined ? null : textField(organization.data, 'Id') };
}

function orgPath(
  organization: Fact | undefined,
  member: Fact | undefined,
  path: readonly string[] | null,
): Read<string | null> {
  const id = organizationId(organization, member);
  if (id.kind === 'unread' || id.value === null) return id;
  return path === null ? { kind: 'unread' } : { kind: 'read', value: `${[id.value, ...path].join('/')}/` };
}

interface Tree {
  /** Ids from the root to the last OU above the account; null when a step was not read. */
  readonly pathTo: (account: string) => readonly string[] | null;
  readonly nameOf: (target: string) => string;
}

function organizationTree(facts: FactIndex): Tree {
  const parents = new Map<string, string>();
  const names = new Map<string, string>();
  const roots = new Set(facts.all('organization-root').map((fact) => textField(fact.data, 'Id') ?? ''));
  for (const fact of [...facts.all('organizational-unit'), ...facts.all('organization-account-parent')]) {
    const id = textField(fact.data, 'Id');
    const parent = textField(fact.data, 'ParentId');
    if (id !== null && parent !== null) parents.set(id, parent);
    if (id !== null) names.set(id, textField(fact.data, 'Name') ?? id);
  }
  return {
    pathTo(account) {
      const path: string[] = [];
      for (let at = parents.get(account); at !== undefined && !path.includes(at); at = parents.get(at))
        path.unshift(at);
      return path[0] !== undefined && roots.has(path[0]) ? path : null;
    },
    nameOf: (target) => names.get(target) ?? target,
  };
}

function guardrails(
  facts: FactIndex,
  organization: Fact | undefined,
  member: Fact | undefined,
  management: boolean,
  path: readonly string[] | null,
  filter: PolicyFilter,
): Read<readonly GuardrailLevel[]> | null {
  if (organization === undefined) return { kind: 'unread' };
  if (organization.data === null || member === undefined || management) return null;
  const root = facts.all('organization-root')[0];
  if (root === undefined || path === null) return { kind: 'unread' };
  const enabled = listField(root.data, 'PolicyTypes').some(
    (type) => textField(type, 'Type') === filter && textField(type, 'Status') === 'ENABLED',
  );
  if (!enabled) return null;
  const targets = [...path, textField(member.data, 'Id') ?? ''];
  return {
    kind: 'read',
    value: targets.map((target) => ({ target, policies: policiesOn(facts, target, filter) })),
  };
}

function policiesOn(
  facts: FactIndex,
  target: string,
  filter: PolicyFilter,
): Read<readonly GuardrailPolicy[]> {
  const fact = facts
    .all('organization-policy-targets')
    .find((one) => textField(one.data, 'TargetId') === target && textField(one.data, 'Filter') === filter);
  return readFact(fact, (data) =>
    listField(data, 'Policies').map((summary) => {
      const arn = textField(summary, 'Arn') ?? '';
      return {
        arn,
        name: textField(summary, 'Name') ?? arn,
        document: readFact(facts.about('organization-policy', arn), (policy) =>
          policyDocument(field(policy, 'Content')),
        ),
      };
    }),
  );
}
