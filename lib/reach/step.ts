// A step of a chain: somebody comes to wear a hat, and the statements of both halves that let it.
import type { AccountId, Arn } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';

/** Who a chain can begin with. `account`: somebody of an account that was not scanned, of whom only the name of the account is known. */
export interface Being {
  readonly kind: 'role' | 'user' | 'service' | 'identity provider' | 'account' | 'anybody';
  /** ARN of a role, user or provider; name of a service; id of an account; `anybody`. */
  readonly id: string;
  readonly account: AccountId | null;
}

/** A verdict that a chain may pass: what is denied is no step. */
export type Passable = 'allowed' | 'depends' | 'unknown';

/** A statement that decided, on the side of the one who asks or of the thing that is asked for. */
export interface Half {
  readonly side: 'principal' | 'resource';
  readonly source: PolicySource;
  /** 0-based index in its document. */
  readonly statement: number;
  /** JSON pointer to it. */
  readonly pointer: string;
  readonly effect: 'Allow' | 'Deny';
}

/** What was asked of the evaluator, and what it said. */
export interface Said {
  readonly verdict: Passable;
  readonly halves: readonly Half[];
  /** On what it depends, or what was not read; one line each. */
  readonly open: readonly string[];
}

export interface Step extends Said {
  /** `assumes`: by sts:AssumeRole or one of its sisters, as things stand. The others change something first: `changes` rewrites a
   *  pipeline that runs with the role, `rewrites` the role's trust policy, `passes` hands the role to a service that then runs
   *  code of its own. */
  readonly kind: 'assumes' | 'changes' | 'rewrites' | 'passes';
  readonly from: Being;
  /** The role that is then worn. */
  readonly to: Arn;
  /** Of `changes`: the pipeline. */
  readonly pipeline: Arn | null;
  /** Of `passes`: the principal of the service. */
  readonly service: string | null;
}

const RANK: Readonly<Record<Passable, number>> = { allowed: 0, depends: 1, unknown: 2 };

/** How much a verdict leaves open: the higher, the more. Never throws. */
export function openness(verdict: Passable): number {
  return RANK[verdict];
}

/** The worst of several: what cannot be told outweighs what depends. `allowed` of none. Never throws. */
export function worstOf(verdicts: Iterable<Passable>): Passable {
  let worst: Passable = 'allowed';
  for (const one of verdicts) if (RANK[one] > RANK[worst]) worst = one;
  return worst;
}
