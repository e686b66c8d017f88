// The policies on the principal's side: identity, boundary, and the SCPs above its account.

import type { Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { InlinePolicy, Role, User } from '@/lib/model/resource';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { blameIam } from './gaps';
import { guardrailLevels } from './guardrail-policies';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

export interface PrincipalPolicies {
  readonly identity: readonly Shelved[];
  readonly boundary: Shelved | null;
  readonly scp: readonly (readonly Shelved[])[] | null;
}

const NONE: PrincipalPolicies = { identity: [], boundary: null, scp: null };

/** Gathers them. A service, a web identity and an anonymous caller have none; service-linked roles are not bound by SCPs.
 *  A principal that does not exist in an account read whole has no policies; one in an account not read has unread ones.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html (read 2026-11-24) */
export function principalPolicies(
  inventory: Inventory,
  shelf: PolicyShelf,
  principal: Principal,
): PrincipalPolicies {
  if (principal.kind !== 'role' && principal.kind !== 'user') return NONE;
  return shelf.onceOf(`principal ${principal.kind}`, principal.arn, () =>
    gather(inventory, shelf, principal),
  );
}

function gather(
  inventory: Inventory,
  shelf: PolicyShelf,
  principal: Extract<Principal, { readonly kind: 'role' | 'user' }>,
): PrincipalPolicies {
  const entity =
    principal.kind === 'role' ? inventory.roles.get(principal.arn) : inventory.users.get(principal.arn);
  const scp = entity?.path.startsWith('/aws-service-role/')
    ? null
    : guardrailLevels(inventory, shelf, principal.account, 'scp');
  if (entity === undefined) {
    if (inventory.iamReadIn.has(principal.account)) return { ...NONE, scp };
    const { gaps, notScanned } = blameIam(inventory, principal.account);
    const source = {
      id: policyId.identity(principal.arn),
      title: `identity policies of ${arnName(principal.arn)}`,
      account: principal.account,
      arn: principal.arn,
    };
    const boundary = {
      ...source,
      id: policyId.boundary(principal.arn),
      title: `permissions boundary of ${arnName(principal.arn)}`,
    };
    return {
      identity: [shelf.unread(source, gaps, notScanned)],
      boundary: shelf.unread(boundary, gaps, notScanned),
      scp,
    };
  }
  return {
    identity: identityPolicies(inventory, shelf, entity),
    boundary: boundaryOf(inventory, shelf, entity),
    scp,
  };
}

function identityPolicies(inventory: Inventory, shelf: PolicyShelf, entity: Role | User): readonly Shelved[] {
  const groups =
    entity.kind === 'user'
      ? [...inventory.groups.values()].filter(
          (group) => group.account === entity.account && entity.groups.includes(group.name),
        )
      : [];
  return [entity, ...groups].flatMap((owner) => [
    ...owner.inline.map((policy) => inline(shelf, owner, policy)),
    ...owner.attached.map((arn) => managed(inventory, shelf, arn, owner.account, 'identity')),
  ]);
}

function inline(
  shelf: PolicyShelf,
  owner: { readonly arn: Arn; readonly name: string; readonly account: string },
  policy: InlinePolicy,
): Shelved {
  return shelf.read(
    'identity',
    {
      id: policyId.inline(owner.arn, policy.name),
      title: `inline policy ${policy.name} of ${owner.name}`,
      account: owner.account,
      arn: owner.arn,
    },
    policy.document,
  );
}

function boundaryOf(inventory: Inventory, shelf: PolicyShelf, entity: Role | User): Shelved | null {
  return entity.boundary === null
    ? null
    : managed(inventory, shelf, entity.boundary, entity.account, 'boundary');
}

function managed(
  inventory: Inventory,
  shelf: PolicyShelf,
  arn: Arn,
  account: string,
  type: 'identity' | 'boundary',
): Shelved {
  const found = inventory.managedPolicies.get(arn);
  const word =
    type === 'boundary'
      ? 'permissions boundary'
      : arnAccount(arn) === 'aws'
        ? 'AWS managed policy'
        : 'managed policy';
  const source = {
    id: type === 'boundary' ? policyId.boundary(arn) : policyId.managed(arn),
    title: `${word} ${arnName(arn)}`,
    account,
    arn,
  };
  if (found !== undefined) return shelf.read(type, source, found.document);
  const { gaps } = blameIam(inventory, account);
  return shelf.unread(
    source,
    gaps,
    gaps.length > 0 ? null : `the text of ${word} ${arnName(arn)} was not read`,
  );
}
