// Accounts: names, place in the organisation, and what binds their principals and resources.
import { sortedBy } from '@/lib/base/sort';
import { tagsField, textField } from '../fact-index';
import { type Organization, readOrganization } from '../organization';
import type { Reader } from '../reader';
import type { Account, Read } from '../resource';

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
    'organization-account-tags',
  ],
  read(facts) {
    const organization = readOrganization(facts);
    const tags = new Map(
      facts.all('organization-account-tags').map((fact) => [textField(fact.data, 'ResourceId') ?? '', fact]),
    );
    const ids = new Set([
      ...organization.members,
      ...facts.all('caller-identity').map((fact) => fact.account),
    ]);
    const resources = sortedBy([...ids], (id) => id).map((id): Account => {
      const member = organization.member(id);
      const management = id === organization.managementAccount;
      const path = organization.pathTo(id);
      return {
        kind: 'account',
        id,
        name: textField(member?.data, 'Name') ?? id,
        management,
        ouPath: path?.slice(1).map(organization.nameOf) ?? [],
        ouIds: path?.slice(1) ?? [],
        tags: tagsField(tags.get(id)?.data),
        scps: management ? null : organization.guardrails(id, 'SERVICE_CONTROL_POLICY'),
        rcps: management ? null : organization.guardrails(id, 'RESOURCE_CONTROL_POLICY'),
        organizationId: organizationId(organization, id),
        orgPath: orgPath(organization, id),
        status: textField(member?.data, 'Status'),
      };
    });
    return { resources, problems: [] };
  },
};

/** An account that the organisation does not list may belong to another one. */
function organizationId(organization: Organization, account: string): Read<string | null> {
  const none = organization.id.kind === 'read' && organization.id.value === null;
  return none || organization.member(account) !== undefined ? organization.id : { kind: 'unread' };
}

function orgPath(organization: Organization, account: string): Read<string | null> {
  const id = organizationId(organization, account);
  if (id.kind === 'unread' || id.value === null) return id;
  const path = organization.pathTo(account);
  return path === null ? { kind: 'unread' } : { kind: 'read', value: `${[id.value, ...path].join('/')}/` };
}
