// One thing that AWS said, as it said it.
import type { Json } from '@/lib/base/json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';

/** `service:Operation` of the API call whose answer this is, in AWS's spelling. */
export type CallName = `${string}:${string}`;

/** INVARIANT (raw facts): `data` is what the SDK returned for this call or one element of it, unjudged and unrenamed.
 *  `data: null` says that AWS answered "there is none" (a bucket without a policy): known to be absent, which is not a gap. */
export interface Fact {
  readonly kind: string;
  readonly source: CallName;
  readonly account: AccountId;
  readonly region: Region | 'global';
  /** The resource that the fact is about, where it has an ARN. */
  readonly arn: Arn | null;
  readonly data: Json;
}
