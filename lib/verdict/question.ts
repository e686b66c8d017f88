// A need becomes a question for the evaluator: the request, and every policy that has a say.
import type { Need } from '@/lib/graph/hop';
import { ABSENT } from '@/lib/iam/context';
import type { Policies, Policy } from '@/lib/iam/policy';
import type { Context, KeyState, Request } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { inventoryKey } from './inventory-context';
import type { PolicyShelf, Shelved } from './policy-shelf';
import { principalSide } from './principal-side';
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
  const principal = principalSide(inventory, shelf, need.principal);
  const resource = resourcePolicies(inventory, shelf, need);
  const others = [...(resource.resource === null ? [] : [resource.resource]), ...(resource.rcp ?? []).flat()];
  const keys = withKeys(principal.keys, others);
  return {
    shelved: others.length === 0 ? principal.shelved : [...principal.shelved, ...others],
    keys,
    policies: {
      identity: principal.identity,
      boundary: principal.boundary,
      session: null,
      resource: resource.resource?.policy ?? null,
      scp: principal.scp,
      rcp: resource.rcp?.map((level) => level.map((one) => one.policy)) ?? null,
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

/** The keys with those that the policies ask for besides; the same set where there are none. */
function withKeys(keys: ReadonlySet<string>, others: readonly Shelved[]): ReadonlySet<string> {
  let all: Set<string> | null = null;
  for (const other of others)
    for (const key of other.keys)
      if (!keys.has(key)) {
        all ??= new Set(keys);
        all.add(key);
      }
  return all ?? keys;
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
