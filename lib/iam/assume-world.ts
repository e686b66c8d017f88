// Who may put on which role: those who may ask, the roles, and what is asked of the evaluator for a pair.
import type { AccountId, Arn } from '@/lib/names/arn';
import { authorize } from './authorize';
import type { Decision } from './decision';
import type { Policies, Policy, UnreadPolicy } from './policy';
import type { Context, Principal } from './request';

/** A role or user of some account, with the policies of its side. */
export interface Actor {
  readonly principal: Extract<Principal, { kind: 'role' | 'user' }>;
  readonly policies: Pick<Policies<Policy>, 'identity' | 'boundary' | 'scp'>;
}

/** A role that may be assumed, with the policies of its side. */
export interface Target {
  readonly arn: Arn;
  readonly account: AccountId;
  readonly trust: Policy | UnreadPolicy;
  readonly rcp: Policies<Policy>['rcp'];
}

export interface AssumeWorld {
  readonly actors: readonly Actor[];
  readonly targets: readonly Target[];
  /** What is known of the request's context for a pair; keys left out are not known. */
  readonly contextOf: (actor: Actor | null, target: Target) => Context;
}

/** Someone who can, or may, assume a role. */
export interface AssumeEdge {
  readonly principal: Principal;
  readonly target: Target;
  readonly action: AssumeAction;
  /** Never `denied`. */
  readonly decision: Decision;
}

export type AssumeAction = 'sts:AssumeRole' | 'sts:AssumeRoleWithWebIdentity' | 'sts:AssumeRoleWithSAML';

/** Whether the actor can assume the role; null when it is denied. Never throws. */
export function edgeOf(world: AssumeWorld, actor: Actor, target: Target): AssumeEdge | null {
  const decision = authorize(
    {
      principal: actor.principal,
      action: 'sts:AssumeRole',
      resource: target.arn,
      context: world.contextOf(actor, target),
      closed: false,
    },
    {
      identity: actor.policies.identity,
      boundary: actor.policies.boundary,
      session: null,
      resource: target.trust,
      scp: actor.policies.scp,
      rcp: target.rcp,
      endpoint: null,
    },
  );
  if (decision.verdict === 'denied') return null;
  return { principal: actor.principal, target, action: 'sts:AssumeRole', decision };
}

/** Whether a principal without policies of its own (a service, a provider's caller) can assume the role; null when denied. Never
 *  throws. */
export function outsiderEdgeOf(
  world: AssumeWorld,
  principal: Principal,
  action: AssumeAction,
  target: Target,
): AssumeEdge | null {
  const context = world.contextOf(null, target);
  const decision = authorize(
    { principal, action, resource: target.arn, context, closed: false },
    {
      identity: [],
      boundary: null,
      session: null,
      resource: target.trust,
      scp: null,
      rcp: target.rcp,
      endpoint: null,
    },
  );
  return decision.verdict === 'denied' ? null : { principal, target, action, decision };
}
