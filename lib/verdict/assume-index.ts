// Everybody of the inventory who may put on hats, indexed once per analysis.

import type { Actor, AssumeWorld, Target } from '@/lib/iam/assume-world';
import { ABSENT } from '@/lib/iam/context';
import type { Context, KeyState } from '@/lib/iam/request';
import { type AssumeIndex, indexAssume } from '@/lib/iam/who-can-assume';
import type { Inventory } from '@/lib/model/inventory';
import type { Role, User } from '@/lib/model/resource';
import { guardrailLevels } from './guardrail-policies';
import { inventoryKey } from './inventory-context';
import type { PolicyShelf } from './policy-shelf';
import { principalSide } from './principal-side';
import { trustPolicy } from './resource-policies';

/** The index of all roles and users that were read. Never throws. */
export function assumeIndex(inventory: Inventory, shelf: PolicyShelf): AssumeIndex {
  return shelf.once('assume index', () => {
    const keysOf = new Map<Actor, readonly string[]>();
    const actors = [...inventory.roles.values(), ...inventory.users.values()].map((entity) => {
      const { actor, keys } = actorOf(inventory, shelf, entity);
      keysOf.set(actor, keys);
      return actor;
    });
    const contextOf: AssumeWorld['contextOf'] = (actor, target) =>
      contextFor(inventory, shelf, actor, target, actor === null ? [] : (keysOf.get(actor) ?? []));
    return indexAssume({ actors, targets: [], contextOf });
  });
}

/** The same index with every role as something to put on, for questions that start at those who ask. Never throws. */
export function wholeAssumeIndex(inventory: Inventory, shelf: PolicyShelf): AssumeIndex {
  return shelf.once('assume index with targets', () => {
    const { world } = assumeIndex(inventory, shelf);
    const targets = [...inventory.roles.values()].map((role) => assumeTarget(inventory, shelf, role));
    return indexAssume({ ...world, targets });
  });
}

/** A role as something that may be put on; one object for each, by which an index knows it. Never throws. */
export function assumeTarget(inventory: Inventory, shelf: PolicyShelf, role: Role): Target {
  return shelf.onceOf('assume target', role.arn, () => makeTarget(inventory, shelf, role));
}

function makeTarget(inventory: Inventory, shelf: PolicyShelf, role: Role): Target {
  const rcp = guardrailLevels(inventory, shelf, role.account, 'rcp');
  return {
    arn: role.arn,
    account: role.account,
    trust: trustPolicy(inventory, shelf, role.arn)?.policy ?? { kind: 'unread', id: role.arn },
    rcp: rcp?.map((level) => level.map((one) => one.policy)) ?? null,
  };
}

function actorOf(
  inventory: Inventory,
  shelf: PolicyShelf,
  entity: Role | User,
): { readonly actor: Actor; readonly keys: readonly string[] } {
  const principal = { kind: entity.kind, arn: entity.arn, account: entity.account };
  const { identity, boundary, scp, keys } = principalSide(inventory, shelf, principal);
  return { actor: { principal, policies: { identity, boundary, scp } }, keys: [...keys] };
}

/** A caller who is no AWS service sends no source; an external id and all that it may choose stay open. */
function contextFor(
  inventory: Inventory,
  shelf: PolicyShelf,
  actor: Actor | null,
  target: Target,
  keys: readonly string[],
): Context {
  const context: Record<string, KeyState> = { 'aws:SourceArn': ABSENT, 'aws:SourceAccount': ABSENT };
  if (actor === null) return {};
  const resource = { account: target.account, tags: inventory.roles.get(target.arn)?.tags };
  for (const key of [...keys, ...(trustPolicy(inventory, shelf, target.arn)?.keys ?? [])]) {
    const state = inventoryKey(inventory, actor.principal, resource, key.toLowerCase());
    if (state !== null) context[key] = state;
  }
  return context;
}
