// A policy as the evaluator sees it: every statement addressable, nothing thrown away.

/** Where in AWS's evaluation order a policy takes part. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'resource' | 'scp' | 'rcp' | 'endpoint';

/** A policy that exists, or may exist, but whose text was not read. It makes what depends on it unknown, never absent. */
export interface UnreadPolicy {
  readonly kind: 'unread';
  readonly id: string;
}

/** Every policy that takes part in one decision. An unread member stands for "there may be one, we do not know what it says". */
export interface Policies<P> {
  /** Managed, inline and group policies of the principal. */
  readonly identity: readonly (P | UnreadPolicy)[];
  readonly boundary: P | UnreadPolicy | null;
  /** Their union is one filter; null: no session policy was passed. */
  readonly session: readonly (P | UnreadPolicy)[] | null;
  readonly resource: P | UnreadPolicy | null;
  /** One list per level, the organisation's root first; null: SCPs do not apply to this principal. */
  readonly scp: readonly (readonly (P | UnreadPolicy)[])[] | null;
  readonly rcp: readonly (readonly (P | UnreadPolicy)[])[] | null;
  readonly endpoint: P | UnreadPolicy | null;
}
