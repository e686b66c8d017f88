// The decision formula: deny, guardrails, what the service refuses, and what is granted; and which of them failed.
import { authenticationRefusal } from './authentication';
import type { Layer } from './decision';
import type { Doubts } from './doubt';
import type { Env } from './env';
import type { Tally } from './evaluate-policy';
import { type Grant, grantOf } from './grant';
import { crossesAccounts, type Layers, rulesOf, serviceLinked, takingPart, tallyLayers } from './layers';
import type { Policies, Policy } from './policy';
import { publicAccessRefusal } from './public-access';
import { ACCEPTED, either, type Refused } from './refused';
import type { ServiceRules } from './service';
import { and, not, or, type Tri } from './tri';

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
  const refusal = either(
    either(authenticationRefusal(env, doubts), refusalOf(env, rules, isCrossAccount)),
    publicAccessRefusal(env, policies, isCrossAccount, doubts),
  );
  const grant = grantOf(env, rules, layers, isCrossAccount, doubts);
  // The policies of an organisation bind no service-linked role.
  const isBound = layers.scp === null && layers.rcp === null ? 'yes' : not(serviceLinked(env, doubts));
  const principalDeny = or(
    or(denyOf(layers.identity), denyOf(layers.boundary)),
    or(or(denyOf(layers.session), and(isBound, denyOfAll(layers.scp))), denyOf(layers.endpoint)),
  );
  const rcpDeny = and(isBound, denyOfAll(layers.rcp));
  const resourceDeny = or(resourceDenyOf(env, rules, layers, isCrossAccount), rcpDeny);
  const scp = or(not(isBound), allowOfAll(layers.scp));
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
