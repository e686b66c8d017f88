// What identity and resource policies grant, each as far as it names its principal.
import type { Layer } from './decision';
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import { hasOwnPolicies, type Layers } from './layers';
import type { ObjectOwnership } from './object-ownership';
import { ruling } from './ruling';
import type { ServiceRules } from './service';
import { and, not, or, type Tri } from './tri';

/** One condition of the grant, under the layer that a failure of it is put down to. */
interface Conjunct {
  readonly layer: Layer;
  readonly holds: Tri;
}

export interface Grant {
  readonly holds: Tri;
  readonly by: Layer;
  /** What the grant asks for, in the order in which a denial is put down to it. */
  readonly conjuncts: () => readonly Conjunct[];
  readonly principalSide: Tri;
  readonly resourceSide: Tri;
}

const TO_ANYBODY: Grant = {
  holds: 'yes',
  by: 'special',
  conjuncts: () => [],
  principalSide: 'yes',
  resourceSide: 'yes',
};

/** What is granted: in one account by identity or by resource, across accounts by both together. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html (read 2026-11-24) */
export function grantOf(
  env: Env,
  rules: ServiceRules | null,
  layers: Layers,
  isCrossAccount: Tri,
  doubts: Doubts,
): Grant {
  if (rules?.needsNoPermission(env)) return TO_ANYBODY;
  const resource = resourceGrants(env, layers);
  if (!('account' in env.principal)) {
    const alone: Grant = {
      holds: resource.direct,
      by: 'resource',
      conjuncts: () => [{ layer: 'resource', holds: resource.direct }],
      principalSide: 'yes',
      resourceSide: resource.direct,
    };
    return ofOwnObjects(
      alone,
      layers,
      listed(layers, (lists) => lists.direct),
    );
  }
  const identity = identitySide(env, layers);
  const grant = granted(env, rules, identity, resource, isCrossAccount, doubts);
  return ofOwnObjects(
    grant,
    layers,
    listed(layers, (lists) => and(or(lists.direct, lists.account), identity.whole)),
  );
}

function granted(
  env: Env,
  rules: ServiceRules | null,
  identity: IdentitySide,
  resource: ResourceGrants,
  isCrossAccount: Tri,
  doubts: Doubts,
): Grant {
  const byResource = or(resource.direct, or(resource.entity, resource.account));
  if (isCrossAccount === 'yes') return acrossAccounts(identity, byResource);
  const within = withinAccount(env, rules, identity, resource, doubts);
  if (isCrossAccount === 'no') return within;
  const across = acrossAccounts(identity, byResource);
  const holds = across.holds === within.holds ? within.holds : 'unknown';
  return { ...across, holds, conjuncts: () => [...across.conjuncts(), { layer: 'resource', holds }] };
}

/** What access control lists grant by themselves. */
function listed(layers: Layers, by: (lists: ObjectOwnership) => Tri): Tri {
  return layers.objectOwnership === null ? 'no' : by(layers.objectOwnership);
}

/** The grant, as far as the object is the bucket owner's: of another account's object only its access control list disposes. */
function ofOwnObjects(grant: Grant, { objectOwnership }: Layers, byLists: Tri): Grant {
  const isOwn = objectOwnership?.isBucketOwners ?? 'yes';
  if (isOwn === 'yes') return grant;
  const within = (truth: Tri) => or(and(isOwn, truth), and(not(isOwn), byLists));
  const holds = within(grant.holds);
  return {
    ...grant,
    holds,
    conjuncts: () => [
      ...grant.conjuncts().filter((one) => one.holds === holds),
      { layer: 'resource', holds },
    ],
    resourceSide: within(grant.resourceSide),
  };
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

/** The resource policy's grants by strength; a grant of a key counts like naming the grantee, an access control list like naming the
 *  account or everyone. */
function resourceGrants(env: Env, layers: Layers): ResourceGrants {
  const entity = layers.resource?.entity ?? 'no';
  const direct = or(layers.resource?.direct ?? 'no', layers.objectOwnership?.direct ?? 'no');
  const account = or(layers.resource?.account ?? 'no', layers.objectOwnership?.account ?? 'no');
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
