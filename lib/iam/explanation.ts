// The long answer: every statement of every policy considered, and why each applied or did not.
import type { Decision, Evidence, VerdictKind } from './decision';
import type { PolicyType } from './policy-type';
import type { Reason, StatementElement } from './reasons';
import type { Tri } from './tri';

export interface StatementReport extends Evidence {
  /** First element in the order Action, Resource, Principal, Condition that did not match or could not be told; null when it applies. */
  readonly failed: {
    readonly element: StatementElement;
    readonly reason: Reason /** JSON pointer to it */;
    readonly pointer: string;
    readonly detail: string;
  } | null;
  /** How many of the statement's elements did match: the nearer, the more interesting the miss. */
  readonly matchedElements: number;
}

export interface PolicyReport {
  readonly policy: string;
  readonly layer: PolicyType;
  /** For an SCP or RCP: 0 is the organisation's root. */
  readonly level?: number;
  readonly read: boolean;
  /** Does this policy, alone, allow or deny the request? */
  readonly allows: Tri;
  readonly denies: Tri;
  readonly statements: readonly StatementReport[];
}

export interface Explanation {
  readonly decision: Decision;
  /** In AWS's order: RCP, SCP, resource, identity, boundary, session, endpoint. */
  readonly policies: readonly PolicyReport[];
  /** What each side says when principal and resource are in two accounts (guardrails count for the side they bind);
   *  in one account both are the verdict. */
  readonly sides: {
    readonly principal: VerdictKind;
    readonly resource: VerdictKind;
    readonly crossAccount: boolean;
  };
}
