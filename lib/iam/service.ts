// What a service adds to the rules that hold for all: which policies it asks, and what it refuses whatever they say.
import type { Env } from './env';
import type { Tri } from './tri';

export interface ServiceRules {
  /** Lower-case prefix of its actions. */
  readonly service: string;
  /** Whether the resource's policy must allow by itself, or delegate to the account, even in one account. */
  readonly needsResourcePolicy: (env: Env) => boolean;
  /** Whether anybody whom the service knows may do it, whatever policies say. */
  readonly needsNoPermission: (env: Env) => boolean;
  /** Whether the resource's policy takes no part. */
  readonly ignoresResourcePolicy: (env: Env) => boolean;
  /** Whether a Deny of the resource's policy does not bind this request. */
  readonly ignoresResourceDeny: (env: Env, isCrossAccount: Tri) => boolean;
  /** Whether RCPs take no part. */
  readonly ignoresRcp: (env: Env) => boolean;
  /** Why the request is refused whatever the policies say; null when it is not. */
  readonly refusal: (env: Env) => Refusal | null;
}

export interface Refusal {
  readonly when: 'always' | 'cross-account';
  readonly why: string;
}

/** The rules of a service without special rules, to be varied. */
export const ORDINARY: Omit<ServiceRules, 'service'> = {
  needsResourcePolicy: () => false,
  needsNoPermission: () => false,
  ignoresResourcePolicy: () => false,
  ignoresResourceDeny: () => false,
  ignoresRcp: () => false,
  refusal: () => null,
};
