// What the inventory knows of context keys that AWS derives from the principal, the resource and the organisation.
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { KeyState, Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { Read } from '@/lib/model/resource';
import type { AccountId } from '@/lib/names/arn';

/** What a request asks for, as far as context keys speak of it. */
export interface AskedResource {
  readonly account: AccountId | null;
  /** The tags of the role that is to be put on; undefined where tags were not read. */
  readonly tags?: { readonly [key: string]: string } | undefined;
}

/** The state of a key, its name given in lower case, or null where the inventory says nothing of it.
 *  A session that CodePipeline makes carries no session tags, so a principal's tags are those of its role.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
export function inventoryKey(
  inventory: Inventory,
  principal: Principal,
  resource: AskedResource,
  name: string,
): KeyState | null {
  const account = 'account' in principal ? principal.account : null;
  if (name.startsWith('aws:principaltag/'))
    return principalTag(inventory, principal, name.slice('aws:principaltag/'.length));
  if (name === 'aws:principalorgid')
    return principal.kind === 'service' ? ABSENT : organization(inventory, account, 'organizationId');
  if (name === 'aws:principalorgpaths')
    return principal.kind === 'service' ? ABSENT : organization(inventory, account, 'orgPath');
  if (name === 'aws:resourceorgid') return organization(inventory, resource.account, 'organizationId');
  if (name === 'aws:resourceorgpaths') return organization(inventory, resource.account, 'orgPath');
  if (name === 'aws:userid' && principal.kind === 'role') {
    const id = inventory.roles.get(principal.arn)?.id;
    return id === undefined || id === '' ? null : { kind: 'present', prefix: `${id}:` };
  }
  if (name.startsWith('aws:resourcetag/') && resource.tags !== undefined)
    return tagIn(resource.tags, name.slice('aws:resourcetag/'.length));
  return null;
}

/** Whether a key, in lower case, is told by configuration that a scan can read: left open, it is something not scanned, and not
 *  something that the moment of the request decides. Never throws. */
export function isScannable(key: string): boolean {
  return /^aws:(principal(orgid|orgpaths|tag\/.+)|resource(orgid|orgpaths|account|tag\/.+))$/.test(key);
}

function organization(
  inventory: Inventory,
  account: AccountId | null,
  which: 'organizationId' | 'orgPath',
): KeyState {
  const value: Read<string | null> | undefined =
    account === null ? undefined : inventory.accounts.get(account)?.[which];
  if (value === undefined || value.kind === 'unread') return UNKNOWN;
  return value.value === null ? ABSENT : known(value.value);
}

function principalTag(inventory: Inventory, principal: Principal, tag: string): KeyState {
  if (principal.kind === 'service') return ABSENT;
  const tags =
    principal.kind === 'role'
      ? inventory.roles.get(principal.arn)?.tags
      : principal.kind === 'user'
        ? inventory.users.get(principal.arn)?.tags
        : undefined;
  if (tags === undefined) return UNKNOWN;
  return tagIn(tags, tag);
}

/** Keys of tags on IAM roles and users are compared without regard to case.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html (read 2026-11-24) */
function tagIn(tags: { readonly [key: string]: string }, tag: string): KeyState {
  const found = Object.entries(tags).find(([name]) => name.toLowerCase() === tag);
  return found === undefined ? ABSENT : known(found[1]);
}
