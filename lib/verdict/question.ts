// A need becomes a question for the evaluator: the request, and every policy that has a say.
import type { Need } from '@/lib/graph/hop';
import { ABSENT } from '@/lib/iam/context';
import type { Policies, Policy } from '@/lib/iam/policy';
import type { Context, KeyState, Request } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { inventoryKey } from './inventory-context';
import type { PolicyShelf, Shelved } from './policy-shelf';
import { principalPolicies } from './principal-policies';
import { resourcePolicies } from './resource-policies';

export interface Question {
  readonly request: Request;
  readonly policies: Policies<Policy>;
  /** The same policies, with their sources. */
  readonly shelved: readonly Shelved[];
  /** Context keys that some policy asks for, as written there. */
  readonly keys: ReadonlySet<string>;
}

/** Gathers the question. Only keys that some policy asks for are in its context: no other can matter. Never throws. */
export function questionOf(inventory: Inventory, shelf: PolicyShelf, need: Need): Question {
  const principal = principalPolicies(inventory, shelf, need.principal);
  const resource = resourcePolicies(inventory, shelf, need);
  const shelved = [
    ...principal.identity,
    ...(principal.boundary === null ? [] : [principal.boundary]),
    ...(principal.scp ?? []).flat(),
    ...(resource.resource === null ? [] : [resource.resource]),
    ...(resource.rcp ?? []).flat(),
  ];
  const keys = new Set(shelved.flatMap((one) => one.keys));
  return {
    shelved,
    keys,
    policies: {
      identity: principal.identity.map(policyOf),
      boundary: principal.boundary?.policy ?? null,
      session: null,
      resource: resource.resource?.policy ?? null,
      scp: principal.scp?.map((level) => level.map(policyOf)) ?? null,
      rcp: resource.rcp?.map((level) => level.map(policyOf)) ?? null,
      endpoint: null,
      restrictPublicBuckets: resource.restrictPublicBuckets,
      ...(resource.grants === null ? {} : { grants: resource.grants }),
      ...resource.lists,
      ...(resource.keyManager === null ? {} : { keyManager: resource.keyManager }),
    },
    request: {
      principal: need.principal,
      action: need.action,
      resource: need.resource,
      ...(resource.account === null ? {} : { resourceAccount: resource.account }),
      context: contextOf(inventory, need, resource.account, keys),
      closed: false,
    },
  };
}

function policyOf(one: Shelved): Shelved['policy'] {
  return one.policy;
}

function contextOf(
  inventory: Inventory,
  need: Need,
  resourceAccount: string | null,
  keys: ReadonlySet<string>,
): Context {
  const context: Record<string, KeyState> = {};
  const tags = need.action === 'sts:AssumeRole' ? inventory.roles.get(need.resource)?.tags : undefined;
  const resource = { account: resourceAccount, tags };
  for (const key of keys) {
    const name = key.toLowerCase();
    const state =
      stateIn(need.context, name) ??
      stateIn(need.base, name) ??
      requestTag(need, name) ??
      inventoryKey(inventory, need.principal, resource, name);
    if (state !== null) context[key] = state;
  }
  return context;
}

/** `key` is in lower case already; context keys are compared without regard to case. */
function stateIn(context: Context, key: string): KeyState | null {
  for (const name in context)
    if (name.length === key.length && name.toLowerCase() === key) return context[name] ?? null;
  return null;
}

/** A request that passes no tag keys passes no tags. */
function requestTag(need: Need, key: string): KeyState | null {
  if (!key.startsWith('aws:requesttag/')) return null;
  return stateIn(need.context, 'aws:tagkeys')?.kind === 'absent' ? ABSENT : null;
}
