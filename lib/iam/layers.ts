// Which policies take part in a decision, layer by layer, and what each layer comes to.
import { arnName } from '@/lib/names/arn';
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import { candidateStatements, type Tally, tally } from './evaluate-policy';
import { grantsAllow, isGrantable } from './grants';
import { resourceAccount } from './key-state';
import { type ObjectOwnership, objectOwnershipOf } from './object-ownership';
import type { Policies, Policy, UnreadPolicy } from './policy';
import { RCP_SERVICES } from './rcp-services';
import type { Principal } from './request';
import { ruling } from './ruling';
import type { ServiceRules } from './service';
import { SERVICES } from './services/index';
import type { Tri } from './tri';

type Listed = readonly (Policy | UnreadPolicy)[];

/** What each layer comes to; null where the layer takes no part. */
export interface Layers {
  readonly identity: Tally | null;
  readonly boundary: Tally | null;
  readonly session: Tally | null;
  readonly resource: Tally | null;
  readonly scp: readonly Tally[] | null;
  readonly rcp: readonly Tally[] | null;
  readonly endpoint: Tally | null;
  /** Whether a grant of the key allows. */
  readonly grants: Tri;
  readonly objectOwnership: ObjectOwnership | null;
}

/** The policies that take part, grouped as they are evaluated; the name of a group is its place among a world's readings. */
export interface TakingPart {
  readonly identity: Listed | null;
  readonly boundary: Listed | null;
  readonly session: Listed | null;
  readonly resource: Listed | null;
  readonly scp: readonly Listed[] | null;
  readonly rcp: readonly Listed[] | null;
  readonly endpoint: Listed | null;
  readonly grants: readonly unknown[] | 'unread';
  readonly objectOwnership: ObjectOwnership | null;
}

const NOTHING: TakingPart = {
  identity: null,
  boundary: null,
  session: null,
  resource: null,
  scp: null,
  rcp: null,
  endpoint: null,
  grants: [],
  objectOwnership: null,
};
const SERVICE_LINKED = ':role/aws-service-role/';
const RULES: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.service, rules]));

/** The rules of the request's service, where it has its own. Never throws. */
export function rulesOf(env: Env): ServiceRules | null {
  return RULES.get(env.service) ?? null;
}

/** Whether the principal is a role that a service made for itself, which no SCP binds. A session's ARN leaves the path out that
 *  tells it; its name hints at it, and anybody can give a role such a name. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html (read 2026-11-27) */
export function serviceLinked(env: Env, doubts: Doubts): Tri {
  const { principal } = env;
  if (principal.kind !== 'role') return 'no';
  if (principal.arn.includes(SERVICE_LINKED)) return 'yes';
  if (principal.isPathOpen !== true || !arnName(principal.arn).startsWith('AWSServiceRoleFor')) return 'no';
  return ruling('the path of the role whose session asks', 'service-linked', env, doubts);
}

/** The policies that count for this principal and action: identity policies, boundary and session policies for users and roles;
 *  SCPs for every principal of an account but a service-linked role; RCPs for all but service-linked roles, where the service
 *  supports them. Never throws.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html (read 2026-11-24) */
export function takingPart(policies: Policies<Policy>, env: Env, rules: ServiceRules | null): TakingPart {
  if (rules?.needsNoPermission(env)) return { ...NOTHING, endpoint: listOf(policies.endpoint) };
  const { principal } = env;
  const hasPolicies = hasOwnPolicies(principal);
  const isServiceLinked = serviceLinked(env, null) === 'yes';
  if (isServiceLinked && policies.rcp !== null) note(env, 'an RCP does not bind a service-linked role');
  return {
    identity: hasPolicies ? policies.identity : null,
    boundary: hasPolicies ? boundaryOf(policies) : null,
    session: hasPolicies ? policies.session : null,
    resource: rules?.ignoresResourcePolicy(env) ? null : listOf(policies.resource),
    scp: 'account' in principal && !isServiceLinked ? policies.scp : null,
    rcp: isServiceLinked || !bindsRcp(policies, env, rules) ? null : policies.rcp,
    endpoint: listOf(policies.endpoint),
    grants: policies.grants !== undefined && isGrantable(env) ? policies.grants : [],
    objectOwnership: objectOwnershipOf(policies, env),
  };
}

/** Whether RCPs bind the resource: not of services that do not support them, nor keys that AWS manages.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html (read 2026-11-24) */
function bindsRcp(policies: Policies<Policy>, env: Env, rules: ServiceRules | null): boolean {
  if (policies.rcp === null) return false;
  if (rules?.ignoresRcp(env) || (env.service === 'kms' && policies.keyManager === 'AWS')) return false;
  if (RCP_SERVICES.has(env.service)) return true;
  const speaks = (policy: Policy | UnreadPolicy) =>
    policy.kind === 'unread' ||
    candidateStatements(policy, env.request.action).some((one) => one.effect !== 'Allow');
  if (policies.rcp.some((level) => level.some(speaks)))
    note(env, `an RCP does not bind \`${env.service}\`, which is not among the services that support RCPs`);
  return false;
}

/** Whether identity policies, boundary and session policies are a matter of this principal. Never throws. */
export function hasOwnPolicies(principal: Principal): boolean {
  return principal.kind === 'role' || principal.kind === 'user' || principal.kind === 'federated-user';
}

function boundaryOf(policies: Policies<Policy>): Listed | null {
  if (policies.boundary === null) return null;
  return policies.moreBoundary ? [policies.boundary, ...policies.moreBoundary] : [policies.boundary];
}

function listOf(policy: Policy | UnreadPolicy | null): Listed | null {
  return policy === null ? null : [policy];
}

/** What each layer comes to for the request. Never throws. */
export function tallyLayers(part: TakingPart, env: Env): Layers {
  return {
    identity: part.identity && tally(part.identity, 'identity', 0, env),
    boundary: part.boundary && tally(part.boundary, 'boundary', 0, env),
    session: part.session && tally(part.session, 'session', 0, env),
    resource: part.resource && tally(part.resource, 'resource', 0, env),
    scp: part.scp?.map((level, index) => tally(level, 'scp', index, env)) ?? null,
    rcp: part.rcp?.map((level, index) => tally(level, 'rcp', index, env)) ?? null,
    endpoint: part.endpoint && tally(part.endpoint, 'endpoint', 0, env),
    grants: grantsTruth(part.grants, env),
    objectOwnership: part.objectOwnership,
  };
}

function grantsTruth(grants: TakingPart['grants'], env: Env): Tri {
  if (grants !== 'unread') return grants.length === 0 ? 'no' : grantsAllow(grants, env, null, null);
  const reading = env.world?.readings.get('grants:0');
  if (reading === undefined) return 'unknown';
  return reading === 'allow' ? 'yes' : 'no';
}

/** Whether the resource belongs to another account than the principal. Principals without an account are of none. Never throws. */
export function crossesAccounts(env: Env): Tri {
  if (!('account' in env.principal)) return 'no';
  const owner = resourceAccount(env);
  if (owner === null) {
    if (env.resource !== '*')
      note(env, 'the owner of the resource is not named; it is taken to be the principal’s account');
    return 'no';
  }
  if (owner === env.principal.account) return 'no';
  return owner.includes('*') ? 'unknown' : 'yes';
}
