// The decision formula: how the layers combine, and which one a denial is put down to.
import type { Layer } from './decision';
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import type { Tally } from './evaluate-policy';
import { crossesAccounts, hasOwnPolicies, type Layers, rulesOf, takingPart, tallyLayers } from './layers';
import type { Policies, Policy } from './policy';
import { publicAccessRefusal } from './public-access';
import { ACCEPTED, type Refused } from './refused';
import { ruling } from './ruling';
import type { ServiceRules } from './service';
import { and, not, or, type Tri } from './tri';

/** One condition of the whole, under the layer that a failure of it is put down to. */
interface Conjunct {
  readonly layer: Layer;
  readonly holds: Tri;
}

export interface Outcome {
  readonly allowed: Tri;
  /** For an allow the layer that granted; else the first that fails, or may. */
  readonly by: Layer;
  readonly layers: Layers;
  readonly isCrossAccount: Tri;
  /** In one account: the resource's policy must itself allow, or delegate to the account. */
  readonly delegates: boolean;
  /** What the principal's side says alone, and what the resource's side says alone. */
  readonly principalSide: Tri;
  readonly resourceSide: Tri;
  /** Why the service refuses the request whatever the policies say. */
  readonly refusal: string | null;
}

/** Decides the request, as far as Kleene's logic can tell.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html (read 2026-11-24)
 *  Never throws. */
export function decide(env: Env, policies: Policies<Policy>, doubts: Doubts): Outcome {
  const rules = rulesOf(env);
  const layers = tallyLayers(takingPart(policies, env, rules), env);
  const isCrossAccount = crossesAccounts(env);
  if (isCrossAccount === 'unknown') doubts?.push({ kind: 'resource' });
  const refusal = combined(
    refusalOf(env, rules, isCrossAccount),
    publicAccessRefusal(env, policies, isCrossAccount),
  );
  const grant = grantOf(env, rules, layers, isCrossAccount, doubts);
  const principalDeny = or(
    or(denyOf(layers.identity), denyOf(layers.boundary)),
    or(or(denyOf(layers.session), denyOfAll(layers.scp)), denyOf(layers.endpoint)),
  );
  const resourceDeny = or(resourceDenyOf(env, rules, layers, isCrossAccount), denyOfAll(layers.rcp));
  const scp = allowOfAll(layers.scp);
  const endpoint = layers.endpoint === null ? 'yes' : layers.endpoint.allow;
  const undenied = not(or(principalDeny, resourceDeny));
  const allowed = and(and(and(undenied, scp), not(refusal.refused)), and(grant.holds, endpoint));
  return {
    allowed,
    by: allowed === 'yes' ? grant.by : failing(allowed, { undenied, scp, refusal, grant }),
    layers,
    isCrossAccount,
    delegates: rules?.needsResourcePolicy(env) ?? false,
    principalSide: and(not(principalDeny), and(and(scp, endpoint), grant.principalSide)),
    resourceSide: and(not(resourceDeny), grant.resourceSide),
    refusal: refusal === ACCEPTED ? null : refusal.why,
  };
}

/** The first conjunct that comes out as the whole does. */
function failing(
  allowed: Tri,
  all: {
    readonly undenied: Tri;
    readonly scp: Tri;
    readonly refusal: Refused;
    readonly grant: Grant;
  },
): Layer {
  if (all.undenied === allowed) return 'explicit-deny';
  if (all.scp === allowed) return 'scp';
  if (not(all.refusal.refused) === allowed) return 'special';
  return all.grant.conjuncts().find((one) => one.holds === allowed)?.layer ?? 'endpoint';
}

function denyOf(layer: Tally | null): Tri {
  return layer === null ? 'no' : layer.deny;
}

function denyOfAll(levels: readonly Tally[] | null): Tri {
  let deny: Tri = 'no';
  if (levels !== null) for (const level of levels) deny = or(deny, level.deny);
  return deny;
}

/** At every level some SCP must allow. RCPs always do: AWS's own full-access RCP cannot be detached. */
function allowOfAll(levels: readonly Tally[] | null): Tri {
  let allow: Tri = 'yes';
  if (levels !== null) for (const level of levels) allow = and(allow, level.allow);
  return allow;
}

function resourceDenyOf(env: Env, rules: ServiceRules | null, layers: Layers, isCrossAccount: Tri): Tri {
  if (layers.resource === null || rules?.ignoresResourceDeny(env, isCrossAccount)) return 'no';
  return layers.resource.deny;
}

function refusalOf(env: Env, rules: ServiceRules | null, isCrossAccount: Tri): Refused {
  const { kind } = env.principal;
  if ((kind === 'web-identity' || kind === 'saml') && env.service !== 'sts')
    return { refused: 'yes', why: 'a caller of an identity provider has no session yet' };
  const refusal = rules?.refusal(env) ?? null;
  if (refusal === null) return ACCEPTED;
  if (refusal.when === 'cross-account' && isCrossAccount === 'no') return ACCEPTED;
  return { refused: refusal.when === 'always' ? 'yes' : isCrossAccount, why: refusal.why };
}

function combined(first: Refused, second: Refused): Refused {
  if (second === ACCEPTED || first.refused === 'yes') return first;
  return first === ACCEPTED ? second : { refused: or(first.refused, second.refused), why: second.why };
}

interface Grant {
  readonly holds: Tri;
  readonly by: Layer;
  /** What the grant asks for, in the order in which a denial is put down to it. */
  readonly conjuncts: () => readonly Conjunct[];
  readonly principalSide: Tri;
  readonly resourceSide: Tri;
}

/** What is granted: by identity, by resource, or by both together. */
function grantOf(
  env: Env,
  rules: ServiceRules | null,
  layers: Layers,
  isCrossAccount: Tri,
  doubts: Doubts,
): Grant {
  const resource = resourceGrants(env, layers);
  const byResource = or(resource.direct, or(resource.entity, resource.account));
  if (!('account' in env.principal)) {
    return {
      holds: resource.direct,
      by: 'resource',
      conjuncts: () => [{ layer: 'resource', holds: resource.direct }],
      principalSide: 'yes',
      resourceSide: resource.direct,
    };
  }
  const identity = identitySide(env, layers);
  if (isCrossAccount === 'yes') return acrossAccounts(identity, byResource);
  const within = withinAccount(env, rules, identity, resource, doubts);
  if (isCrossAccount === 'no') return within;
  const across = acrossAccounts(identity, byResource);
  const holds = across.holds === within.holds ? within.holds : 'unknown';
  return { ...across, holds, conjuncts: () => [...across.conjuncts(), { layer: 'resource', holds }] };
}

interface IdentitySide {
  readonly allow: Tri;
  readonly boundary: Tri;
  readonly session: Tri;
  /** All three. */
  readonly whole: Tri;
}

function identitySide(env: Env, layers: Layers): IdentitySide {
  if (!hasOwnPolicies(env.principal)) return { allow: 'yes', boundary: 'yes', session: 'yes', whole: 'yes' };
  const allow = layers.identity?.allow ?? 'no';
  const boundary = layers.boundary?.allow ?? 'yes';
  // A federated user without a session policy has no permissions.
  const session = layers.session?.allow ?? (env.principal.kind === 'federated-user' ? 'no' : 'yes');
  return { allow, boundary, session, whole: and(allow, and(boundary, session)) };
}

interface ResourceGrants {
  readonly direct: Tri;
  readonly entity: Tri;
  readonly account: Tri;
}

/** The resource policy's grants by strength; a grant of a key counts like naming the grantee. */
function resourceGrants(env: Env, layers: Layers): ResourceGrants {
  const direct = layers.resource?.direct ?? 'no';
  const entity = layers.resource?.entity ?? 'no';
  const account = layers.resource?.account ?? 'no';
  if (layers.grants === 'no') return { direct, entity, account };
  return env.principal.kind === 'role'
    ? { direct, entity: or(entity, layers.grants), account }
    : { direct: or(direct, layers.grants), entity, account };
}

function acrossAccounts(identity: IdentitySide, byResource: Tri): Grant {
  return {
    holds: and(byResource, identity.whole),
    by: 'resource',
    conjuncts: () => [
      { layer: 'resource', holds: byResource },
      { layer: 'identity', holds: identity.allow },
      { layer: 'boundary', holds: identity.boundary },
      { layer: 'session', holds: identity.session },
    ],
    principalSide: identity.whole,
    resourceSide: byResource,
  };
}

/** In one account a grant by the resource reaches as far as it names its principal: the very requester past boundary and session
 *  policy, the role within them, the account only together with an identity policy (and then where the service asks for it). */
function withinAccount(
  env: Env,
  rules: ServiceRules | null,
  identity: IdentitySide,
  resource: ResourceGrants,
  doubts: Doubts,
): Grant {
  const direct = directGrant(env, identity, resource.direct, doubts);
  const filters = and(identity.boundary, identity.session);
  const byName = or(direct, and(resource.entity, filters));
  const isExplicit = rules?.needsResourcePolicy(env) ?? false;
  const holds = or(byName, isExplicit ? and(resource.account, identity.whole) : identity.whole);
  const conjuncts = (): readonly Conjunct[] => {
    const named = or(resource.direct, resource.entity);
    return [
      { layer: 'resource', holds: isExplicit ? or(named, resource.account) : 'yes' },
      { layer: 'identity', holds: or(named, identity.allow) },
      { layer: 'boundary', holds: or(direct, identity.boundary) },
      { layer: 'session', holds: or(direct, identity.session) },
      { layer: isExplicit ? 'resource' : 'identity', holds },
    ];
  };
  const byIdentity = isExplicit ? byName !== 'yes' : identity.whole === 'yes';
  return {
    holds,
    by: byIdentity ? 'identity' : 'resource',
    conjuncts,
    principalSide: holds,
    resourceSide: holds,
  };
}

const DIRECT_TRUST = 'whether a permissions boundary binds a user whom a trust policy names';

/** AWS's pages do not agree whether a boundary without sts:AssumeRole stops a user whom the trust policy names directly.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html (read 2026-11-24) */
function directGrant(env: Env, identity: IdentitySide, direct: Tri, doubts: Doubts): Tri {
  const isDisputed =
    env.principal.kind === 'user' && env.action === 'sts:assumerole' && identity.boundary !== 'yes';
  if (!isDisputed || direct === 'no') return direct;
  note(env, `AWS’s pages disagree ${DIRECT_TRUST}`);
  return and(direct, or(identity.boundary, ruling(DIRECT_TRUST, '', env, doubts)));
}
