// The least trust policy of a hat: exactly those whom pipelines need to put it on, under the conditions that stand there today.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { PolicyChange } from '@/lib/fixes/fix';
import { principalElement } from '@/lib/fixes/principals';
import type { Policy } from '@/lib/iam/policy';
import type { Role } from '@/lib/model/resource';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import type { RoleNeed, RoleUse } from './role-needs';
import { enough, isOpen, servingIn } from './serving';

export interface LeastTrust {
  /** Null where nothing changes, or the policy was not read. */
  readonly change: PolicyChange | null;
  /** How many of its statements are kept because whom they let in is not known: identity providers, and what cannot be read. */
  readonly kept: number;
}

/** The policy with its Allow statements narrowed; every Deny stays. Never throws. */
export function leastTrust(judged: Judged, role: Role, { wornBy }: RoleUse): LeastTrust {
  const policy = trustPolicy(judged.inventory, judged.shelf, role.arn)?.policy;
  if (policy?.kind !== 'policy' || wornBy.length === 0) return { change: null, kept: 0 };
  const kept = keptOf(policy, wornBy);
  const added = [...allowsFor(judged, policy, wornBy), ...kept];
  const denies = policy.statements.flatMap(({ effect, source }) => (effect === 'Deny' ? source : []));
  const before = role.trust;
  const frame = isJsonObject(before) ? before : { Version: '2012-10-17' };
  const after: Json = { ...frame, Statement: [...added, ...denies] };
  const isSame = sameStatements(before, [...added, ...denies]);
  return {
    change:
      isSame || added.length === 0
        ? null
        : { place: { kind: 'trust', role: role.arn }, before, after, added },
    kept: kept.length,
  };
}

function allowsFor(judged: Judged, policy: Policy, wornBy: readonly RoleNeed[]): readonly JsonObject[] {
  const rows = new Map<
    string,
    { readonly element: JsonObject; readonly action: string; readonly condition: Json | null }
  >();
  const note = (need: RoleNeed, condition: Json | null): void => {
    const element = principalElement(need.judged.need.principal);
    if (element === null) return;
    const { action } = need.judged.need;
    rows.set(JSON.stringify([element, action, condition]), { element, action, condition });
  };
  for (const need of wornBy) {
    if (isOpen(need.judged)) continue;
    const serving = enough(servingIn(judged, need.judged, 'resource', [policy]));
    for (const { statement } of serving) note(need, statement.source.Condition ?? null);
    if (serving.length === 0 && need.essential) note(need, null);
  }
  return [...rows.values()].map(({ element, action, condition }) => ({
    Effect: 'Allow',
    Principal: element,
    Action: action,
    ...(condition === null ? {} : { Condition: condition }),
  }));
}

/** Statements for identity providers, of which only their own conditions tell whom they mean; those that cannot be read; and, where some
 *  need cannot be known, all. */
function keptOf(policy: Policy, wornBy: readonly RoleNeed[]): readonly JsonObject[] {
  const isAnyOpen = wornBy.some(({ judged }) => isOpen(judged));
  return policy.statements.flatMap(({ effect, unreadable, principals, source }) => {
    if (effect === 'Deny') return [];
    const isFederated = principals === null || principals.federated.size > 0;
    return isAnyOpen || isFederated || effect === 'unreadable' || unreadable.length > 0 ? [source] : [];
  });
}

function sameStatements(before: Json, statements: readonly Json[]): boolean {
  if (!isJsonObject(before)) return false;
  const list = Array.isArray(before.Statement) ? before.Statement : [before.Statement];
  const plain = (one: Json | undefined) => {
    if (!isJsonObject(one)) return JSON.stringify(one);
    const { Sid: _, ...rest } = one;
    return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(list.map(plain).sort()) === JSON.stringify(statements.map(plain).sort());
}
