// Policies as they would be: an inventory with some documents replaced, so that a change can be judged before anybody makes it.
import type { Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import { guardrailAt, withGuardrail } from './guardrail-overlay';
import type { Inventory } from './inventory';
import type { Bucket, Group, InlinePolicy, Key, Read, Role, User } from './resource';

/** Where a policy document stands. */
export type PolicyPlace =
  | { readonly kind: 'trust'; readonly role: Arn }
  /** An inline policy of a role, user or group; one that is not there yet is added. */
  | { readonly kind: 'inline'; readonly owner: Arn; readonly name: string }
  /** Also a permissions boundary. */
  | { readonly kind: 'managed'; readonly policy: Arn }
  | { readonly kind: 'bucket'; readonly bucket: Arn }
  | { readonly kind: 'key'; readonly key: Arn }
  /** The policy of a topic, image repository, secret, function or event bus. */
  | { readonly kind: 'resource'; readonly resource: Arn }
  /** An SCP or RCP, wherever it is attached. */
  | { readonly kind: 'guardrail'; readonly policy: Arn };

export interface PolicyEdit {
  readonly place: PolicyPlace;
  readonly document: Json;
}

/** One text for a place, the same however it was come by. Never throws. */
export function placeKey(place: PolicyPlace): string {
  switch (place.kind) {
    case 'trust':
      return `trust ${place.role}`;
    case 'inline':
      return `inline ${place.owner} ${place.name}`;
    case 'managed':
      return `managed ${place.policy}`;
    case 'bucket':
      return `bucket ${place.bucket}`;
    case 'key':
      return `key ${place.key}`;
    case 'resource':
      return `resource ${place.resource}`;
    case 'guardrail':
      return `guardrail ${place.policy}`;
  }
}

/** The document that stands there; null where there is none; undefined where it was not read, or nothing of that name was. Never
 *  throws. */
export function documentAt(inventory: Inventory, place: PolicyPlace): Json | null | undefined {
  switch (place.kind) {
    case 'trust':
      return inventory.roles.get(place.role)?.trust;
    case 'inline': {
      const { roles, users, groups } = inventory;
      const owner = roles.get(place.owner) ?? users.get(place.owner) ?? groups.get(place.owner);
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
    case 'guardrail':
      return guardrailAt(inventory, place.policy)?.document;
  }
}

function readValue(policy: Bucket['policy'] | Key['policy'] | undefined): Json | null | undefined {
  return policy?.kind === 'read' ? policy.value : undefined;
}

/** The inventory with these documents in their places; the one given is left alone, and what no edit touches is shared with it. Edits
 *  in places that the inventory does not have change nothing. Never throws. */
export function withEdits(inventory: Inventory, edits: readonly PolicyEdit[]): Inventory {
  return edits.reduce(withEdit, inventory);
}

function withEdit(inventory: Inventory, { place, document }: PolicyEdit): Inventory {
  switch (place.kind) {
    case 'trust':
      return {
        ...inventory,
        roles: changed(inventory.roles, place.role, (role) => ({ ...role, trust: document })),
      };
    case 'inline': {
      const edited = <T extends Role | User | Group>(all: ReadonlyMap<Arn, T>) =>
        changed(all, place.owner, (owner) => withInline(owner, place.name, document));
      const { roles, users, groups } = inventory;
      return { ...inventory, roles: edited(roles), users: edited(users), groups: edited(groups) };
    }
    case 'managed':
      return {
        ...inventory,
        managedPolicies: changed(inventory.managedPolicies, place.policy, (policy) => ({
          ...policy,
          document,
        })),
      };
    case 'bucket':
      return {
        ...inventory,
        buckets: changed(inventory.buckets, place.bucket, (bucket) => ({
          ...bucket,
          policy: read(document),
        })),
      };
    case 'key':
      return {
        ...inventory,
        keys: changed(inventory.keys, place.key, (key) => ({ ...key, policy: read(document) })),
      };
    case 'resource':
      return {
        ...inventory,
        resourcePolicies: changed(inventory.resourcePolicies, place.resource, (one) => ({
          ...one,
          policy: document,
        })),
      };
    case 'guardrail':
      return withGuardrail(inventory, place.policy, document);
  }
}

function read(value: Json): Read<Json> {
  return { kind: 'read', value };
}

function changed<T>(all: ReadonlyMap<Arn, T>, arn: Arn, edited: (one: T) => T): ReadonlyMap<Arn, T> {
  const found = all.get(arn);
  return found === undefined ? all : new Map(all).set(arn, edited(found));
}

function withInline<T extends Role | User | Group>(owner: T, name: string, document: Json): T {
  const policy: InlinePolicy = { name, document };
  const isThere = owner.inline.some((one) => one.name === name);
  const inline = isThere
    ? owner.inline.map((one) => (one.name === name ? policy : one))
    : [...owner.inline, policy];
  return { ...owner, inline };
}
