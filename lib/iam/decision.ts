// What the evaluator answers: a verdict, the layer and the statements that decided, and what could not be known.
import type { Arn } from '@/lib/names/arn';
import type { PolicyType } from './policy-type';
import type { Context } from './request';
import type { Residual } from './residual';
import type { Tri } from './tri';

export type VerdictKind = 'allowed' | 'denied' | 'depends' | 'unknown';

/** The layer that decided: for a denial the first failing one in AWS's order, for an allow the one that granted. */
export type Layer =
  | 'explicit-deny'
  | 'rcp'
  | 'scp'
  | 'resource'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'endpoint'
  | 'special';

export interface Evidence {
  /** The id of the policy, as the caller named it. */
  readonly policy: string;
  /** 0-based index of the statement in its document. */
  readonly statement: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly layer: PolicyType;
  /** JSON pointer into the policy's own document, e.g. `/Statement/2`. */
  readonly pointer: string;
  /** Whether the statement applies to the request, or may. */
  readonly applies: Tri;
}

/** Something that could not be determined and on which the verdict hangs. */
export type Undetermined =
  | { readonly kind: 'key'; readonly key: string; readonly controller: KeyController }
  /** A policy that was not read; `policy` is the id of the UnreadPolicy. */
  | { readonly kind: 'policy'; readonly policy: string; readonly layer: PolicyType }
  /** Text in the resource that is not known before the run. */
  | { readonly kind: 'resource' }
  /** A rule on which AWS's pages disagree or are silent; `rule` names it. */
  | { readonly kind: 'rule'; readonly rule: string };

/** Who sets the value of a context key. */
export type KeyController = 'caller' | 'environment' | 'service' | 'identity-provider' | 'not-scanned';

export interface Decision {
  readonly verdict: VerdictKind;
  readonly by: Layer;
  readonly evidence: readonly Evidence[];
  readonly undetermined: readonly Undetermined[];
  /** Disputed or surprising rules that took part, in words. */
  readonly caveats: readonly string[];
  /** Where it depends on the request: exactly when it is allowed, where that can be said in a few conditions. */
  readonly allowIf?: Residual;
  /** Where it depends on the request: one way for it to be allowed and one to be denied. */
  readonly witness?: { readonly allowed: Witness; readonly denied: Witness };
}

/** What to assume of the undetermined for a definite verdict. */
export interface Witness {
  /** Known or absent, by the key as the decision names it. */
  readonly context: Context;
  /** With its unknown text filled in; null where it does not matter. */
  readonly resource: Arn | null;
  /** The name of the role session; null where it does not matter, or any that no policy names. */
  readonly sessionName: string | null;
}
