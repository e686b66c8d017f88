// One need answered: policies gathered, request made, verdict with its evidence and what was missing for a better one.
import type { Need } from '@/lib/graph/hop';
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known } from '@/lib/iam/context';
import type { Decision, Undetermined } from '@/lib/iam/decision';
import { explain } from '@/lib/iam/explain';
import type { Policies, Policy } from '@/lib/iam/policy';
import type { Context, KeyState, Request } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { Gap } from '@/lib/snapshot/gap';
import { inventoryKey } from './inventory-context';
import type { JudgedNeed } from './judgement';
import type { PolicyShelf, Shelved } from './policy-shelf';
import { principalPolicies } from './principal-policies';
import { resourcePolicies } from './resource-policies';

/** Judges a need from what was scanned. A need that the configuration leaves open is unknown, with the reason. Never throws. */
export function judgeNeed(inventory: Inventory, shelf: PolicyShelf, need: Need): JudgedNeed {
  const principal = principalPolicies(inventory, shelf, need.principal);
  const resource = resourcePolicies(inventory, shelf, need);
  const shelved = [
    ...principal.identity,
    ...(principal.boundary === null ? [] : [principal.boundary]),
    ...(principal.scp ?? []).flat(),
    ...(resource.resource === null ? [] : [resource.resource]),
    ...(resource.rcp ?? []).flat(),
  ];
  const policies: Policies<Policy> = {
    identity: principal.identity.map((one) => one.policy),
    boundary: principal.boundary?.policy ?? null,
    session: null,
    resource: resource.resource?.policy ?? null,
    scp: principal.scp?.map((level) => level.map((one) => one.policy)) ?? null,
    rcp: resource.rcp?.map((level) => level.map((one) => one.policy)) ?? null,
    endpoint: null,
    ...(resource.grants === null ? {} : { grants: resource.grants }),
  };
  const request: Request = {
    principal: need.principal,
    action: need.action,
    resource: need.resource,
    ...(resource.account === null ? {} : { resourceAccount: resource.account }),
    context: contextOf(inventory, need, resource.account, shelved),
    closed: false,
  };
  const decision =
    need.cannotTell === undefined ? decide(request, policies, shelved) : leftOpen(need.cannotTell);
  const { gaps, notScanned } = missing(decision.undetermined, shelved, inventory, need);
  return {
    need,
    verdict: decision.verdict,
    decision,
    explain: () => ({ ...explain(request, policies), decision }),
    policies: new Map(shelved.map((one) => [one.source.id, one.source])),
    gaps,
    notScanned: need.cannotTell === undefined ? notScanned : [need.cannotTell],
  };
}

function leftOpen(reason: string): Decision {
  return {
    verdict: 'unknown',
    by: 'special',
    evidence: [],
    undetermined: [{ kind: 'resource' }],
    caveats: [reason],
  };
}

/** The context of the need, and for every key that some policy asks for, what the inventory knows of it. */
function contextOf(
  inventory: Inventory,
  need: Need,
  resourceAccount: string | null,
  shelved: readonly Shelved[],
): Context {
  const context: Record<string, KeyState> = { ...need.context };
  const named = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  for (const key of new Set(shelved.flatMap((one) => one.keys))) {
    if (named.has(key.toLowerCase())) continue;
    const state = inventoryKey(inventory, need.principal, resourceAccount, key);
    if (state !== null) context[key] = state;
  }
  return context;
}

const MFA = 'aws:MultiFactorAuthPresent';

/** AWS's pages do not agree whether a role's session carries the MFA key as false or not at all. Where both readings give one
 *  verdict it stands; where they differ nobody can tell.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html (read 2026-11-24) */
function decide(request: Request, policies: Policies<Policy>, shelved: readonly Shelved[]): Decision {
  const asksForMfa = shelved.some((one) => one.keys.some((key) => key.toLowerCase() === MFA.toLowerCase()));
  if (!asksForMfa || request.principal.kind === 'service') return authorize(request, policies);
  const withKey = authorize({ ...request, context: { ...request.context, [MFA]: known('false') } }, policies);
  const without = authorize({ ...request, context: { ...request.context, [MFA]: ABSENT } }, policies);
  if (withKey.verdict === without.verdict) return without;
  const rule = 'whether a role session carries aws:MultiFactorAuthPresent';
  return {
    ...without,
    verdict: 'unknown',
    undetermined: [...without.undetermined, { kind: 'rule', rule }],
    caveats: [...without.caveats, `AWS’s pages disagree on ${rule}`],
  };
}

function missing(
  undetermined: readonly Undetermined[],
  shelved: readonly Shelved[],
  inventory: Inventory,
  need: Need,
): { readonly gaps: readonly Gap[]; readonly notScanned: readonly string[] } {
  const unread = new Set(undetermined.flatMap((one) => (one.kind === 'policy' ? one.policy : [])));
  const blamed = shelved.filter((one) => unread.has(one.source.id) && one.policy.kind === 'unread');
  const grants = [...unread].some((id) => id.includes('grant'))
    ? inventory.gaps.filter((gap) => gap.source === 'kms:ListGrants' && gap.scope === need.resource)
    : [];
  return {
    gaps: [...new Set([...blamed.flatMap((one) => one.gaps), ...grants])],
    notScanned: [...new Set(blamed.flatMap((one) => one.notScanned ?? []))],
  };
}
