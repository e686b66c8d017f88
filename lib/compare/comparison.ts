// Two snapshots held against each other: what is new, gone or different, which documents did it, and what can no longer be told.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Finding } from '@/lib/findings/finding';
import type { HopKind } from '@/lib/graph/hop';
import type { VerdictKind } from '@/lib/iam/decision';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { State } from '@/lib/verdict/judgement';

/** What became of something. The last two say that only the reading changed: a thing that was not read is not a thing that is gone. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'no-longer-known' | 'now-known';

/** A line of a document: as it stays, taken out, put in; `…` stands where unchanged statements are left out. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+' | '…';
  readonly text: string;
}

/** A document, a list or a thing that is not what it was. */
export interface Change {
  /** Stable: kind of table, thing and aspect. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** What changed: `role`, `bucket`, `key`, `scp` … */
  readonly thing: ThingKind;
  /** ARN; of a guardrail's attachment the id of its target; of an account its twelve digits. */
  readonly subject: string;
  /** The property of the thing; `whole` where the thing itself came or went. */
  readonly aspect: string;
  /** `key policy of artifacts-use2`, without an article. */
  readonly title: string;
  /** Whose it is to change; null: the organisation's. */
  readonly account: AccountId | null;
  /** In canonical form; null: there is none, or it was not read. */
  readonly before: Json;
  readonly after: Json;
}

export type ThingKind =
  | 'role'
  | 'user'
  | 'group'
  | 'managed-policy'
  | 'identity-provider'
  | 'pipeline'
  | 'bucket'
  | 'key'
  | 'build-project'
  | 'function'
  | 'deployment-group'
  | 'container-service'
  | 'task-definition'
  | 'state-machine'
  | 'stack'
  | 'stack-set'
  | 'instances'
  | 'event-rule'
  | 'connection'
  | 'cluster'
  | 'topic'
  | 'webhook'
  | 'resource-policy'
  | 'account'
  | 'scp'
  | 'rcp';

export interface Standing {
  readonly state: State;
  readonly overBroad: boolean;
}

/** What changed a verdict. `shown`: `alone` each of these changes by itself turns the old verdict into the new; `together` all of
 *  them do, and fewer do not; `possible` they stand on the path, and judging could not single one out; `none`: nothing that was read
 *  differs. */
export interface Cause {
  readonly shown: 'alone' | 'together' | 'possible' | 'none';
  /** Ids of changes. */
  readonly changes: readonly string[];
  /** Ids of findings, new or gone, that set or lifted the over-broad mark. */
  readonly findings: readonly string[];
  /** What was not read on the side that cannot tell, one line each. */
  readonly unread: readonly string[];
}

export interface NeedChange {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly essential: boolean;
  readonly before: VerdictKind | null;
  readonly after: VerdictKind | null;
}

export interface HopChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly hop: HopKind;
  /** ARNs, or the name of what has none. */
  readonly from: string;
  readonly to: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly needs: readonly NeedChange[];
}

export interface ActionChange {
  /** `stage/action`. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly hops: readonly HopChange[];
  readonly cause: Cause;
}

export interface PipelineChange {
  readonly arn: Arn;
  readonly name: string;
  readonly account: AccountId;
  readonly region: Region;
  readonly kind: ChangeKind;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Only what differs, in stage order. */
  readonly actions: readonly ActionChange[];
}

export interface FindingChange {
  readonly kind: ChangeKind;
  /** As it is after; where it is gone, as it was. */
  readonly finding: Finding;
  readonly before: Pick<Finding, 'severity' | 'certainty'> | null;
  readonly after: Pick<Finding, 'severity' | 'certainty'> | null;
}

export interface Comparison {
  readonly before: Analysis['snapshot'];
  readonly after: Analysis['snapshot'];
  /** Those that differ, by ARN. */
  readonly pipelines: readonly PipelineChange[];
  readonly findings: readonly FindingChange[];
  /** Every document and thing that differs, by id. */
  readonly changes: readonly Change[];
}
