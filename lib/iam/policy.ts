// A policy as the evaluator sees it: every statement addressable, nothing thrown away.
import type { AccountId } from '@/lib/names/arn';
import type { PolicyType } from './policy-type';
import type { Statement } from './statement';

export type { PolicyType } from './policy-type';

/** A policy that was read. `parsePolicy` makes it. */
export interface Policy {
  readonly kind: 'policy';
  readonly id: string;
  readonly type: PolicyType;
  readonly statements: readonly Statement[];
  /** What could not be read, and so makes what depends on it unknown. */
  readonly problems: readonly PolicyProblem[];
  /** The document as JSON; null when it could not be read. */
  readonly document: unknown;
  /** The statements that may speak of an action, kept by the action as asked. Only `candidateStatements` touches it. */
  readonly candidates: Map<string, readonly Statement[]>;
}

export interface PolicyProblem {
  /** JSON pointer to what could not be read. */
  readonly pointer: string;
  readonly message: string;
}

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
  /** Further documents of the boundary, where there are several: their union is one filter. */
  readonly moreBoundary?: readonly (P | UnreadPolicy)[];
  /** Their union is one filter; null: no session policy was passed. */
  readonly session: readonly (P | UnreadPolicy)[] | null;
  readonly resource: P | UnreadPolicy | null;
  /** One list per level, the organisation's root first; null: SCPs do not apply to this principal. */
  readonly scp: readonly (readonly (P | UnreadPolicy)[])[] | null;
  readonly rcp: readonly (readonly (P | UnreadPolicy)[])[] | null;
  readonly endpoint: P | UnreadPolicy | null;
  /** S3's RestrictPublicBuckets, of the bucket or of its account: a public bucket policy then lets in only services and the
   *  owner's account. Left out: off. */
  readonly restrictPublicBuckets?: boolean | 'unread';
  /** S3 Object Ownership of the bucket, as GetBucketOwnershipControls gives it: unless it is BucketOwnerEnforced, access control lists
   *  may allow as well. Left out: BucketOwnerEnforced. */
  readonly objectOwnership?: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter' | 'unread';
  /** The account that owns the object, where lists are in force: a bucket policy allows nothing of others' objects. */
  readonly objectOwner?: AccountId;
  /** Grants of a KMS key, as ListGrants gives them: a source of permission beside its policy. Left out: there are none. */
  readonly grants?: readonly unknown[] | 'unread';
  /** Who manages a KMS key, as DescribeKey gives it: RCPs do not bind AWS's own. Left out: the customer. */
  readonly keyManager?: 'AWS' | 'CUSTOMER';
}
