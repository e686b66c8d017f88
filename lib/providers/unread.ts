// What was not read, and the call that would have told.
import type { AccountId, Arn, Region } from '@/lib/names/arn';

/** A resource on which a request, or the soundness of a thing, hangs, and which was not read. */
export interface Unread {
  readonly arn: Arn;
  readonly account: AccountId | null;
  readonly region: Region | null;
  /** `codebuild:BatchGetProjects`. */
  readonly call: string;
  /** `the build project shop`. */
  readonly what: string;
}
