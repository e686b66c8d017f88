// Policies as they would be: an inventory with some documents replaced, so that a change can be judged before anybody makes it.
import type { Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import type { Inventory } from './inventory';
import type { Bucket, InlinePolicy, Key, Read, Role, User } from './resource';

/** Where a policy document stands. */
export type PolicyPlace =
  | { readonly kind: 'trust'; readonly role: Arn }
  /** An inline policy of a role or user; one that is not there yet is added. */
  | { readonly kind: 'inline'; readonly owner: Arn; readonly name: string }
  | { readonly kind: 'managed'; readonly policy: Arn }
  | { readonly kind: 'bucket'; readonly bucket: Arn }
  | { readonly kind: 'key'; readonly key: Arn }
  /** The policy of a topic, image repository, secret, function or event bus. */
  | { readonly kind: 'resource'; readonly resource: Arn };

export interface PolicyEdit {
  readonly place: PolicyPlace;
  readonly document: Json;
}

/** The document that stands there; null where there is none; undefined where it was not read, or nothing of that name was. Never
 *  throws. */
export function documentAt(inventory: Inventory, place: PolicyPlace): Json | null | undefined {
  switch (place.kind) {
    case 'trust':
      return inventory.roles.get(place.role)?.trust;
    case 'inline': {
      const owner = inventory.roles.get(place.owner) ?? inventory.users.get(place.owner);
      if (owner === undefined) return undefined;
      return owner.inline.find(({ name }) => name === place.name)?.document ?? null;
    }
    case 'managed':
      return inventory.managedPolicies.get(place.policy)?.document;
    case 'bucket':
      return readValue(inventory.buckets.get(place.bucket)?.policy);
    case 'key':
      return readValue(inventory.keys.get(place.key)?.policy);
    case 'resource':
      return inventory.resourcePolicies.get(place.resource)?.policy;
  }
}

function readValue(policy: Bucket['policy'] | Key['policy'] | undefined): Json | null | undefined {
  return policy?.kind === 'read' ? policy.value : undefined;
}

/** The inventory with these documents in their places; the one given is left alone. Edits in places that the inventory does not have
 *  change nothing. Never throws. */
export function withEdits(inventory: Inventory, edits: readonly PolicyEdit[]): Inventory {
  const roles = new Map(inventory.roles);
  const users = new Map(inventory.users);
  const managedPolicies = new Map(inventory.managedPolicies);
  const buckets = new Map(inventory.buckets);
  const keys = new Map(inventory.keys);
  const resourcePolicies = new Map(inventory.resourcePolicies);
  for (const { place, document } of edits)
    switch (place.kind) {
      case 'trust':
        change(roles, place.role, (role) => ({ ...role, trust: document }));
        break;
      case 'inline':
        change(roles, place.owner, (role) => withInline(role, place.name, document));
        change(users, place.owner, (user) => withInline(user, place.name, document));
        break;
      case 'managed':
        change(managedPolicies, place.policy, (policy) => ({ ...policy, document }));
        break;
      case 'bucket':
        change(buckets, place.bucket, (bucket) => ({ ...bucket, policy: read(document) }));
        break;
      case 'key':
        change(keys, place.key, (key) => ({ ...key, policy: read(document) }));
        break;
      case 'resource':
        change(resourcePolicies, place.resource, (one) => ({ ...one, policy: document }));
        break;
    }
  return { ...inventory, roles, users, managedPolicies, buckets, keys, resourcePolicies };
}

function read(value: Json): Read<Json> {
  return { kind: 'read', value };
}

function change<T>(all: Map<Arn, T>, arn: Arn, edited: (one: T) => T): void {
  const found = all.get(arn);
  if (found !== undefined) all.set(arn, edited(found));
}

function withInline<T extends Role | User>(owner: T, name: string, document: Json): T {
  const policy: InlinePolicy = { name, document };
  const isThere = owner.inline.some((one) => one.name === name);
  const inline = isThere
    ? owner.inline.map((one) => (one.name === name ? policy : one))
    : [...owner.inline, policy];
  return { ...owner, inline };
}
