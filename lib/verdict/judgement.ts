// Needs, hops and paths with their verdicts.

import type { GraphNode, Hop, Need, PermissionPath } from '@/lib/graph/hop';
import type { Decision, VerdictKind } from '@/lib/iam/decision';
import type { Explanation } from '@/lib/iam/explanation';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';

/** The state of a hop, path or pipeline. Worst first: broken, unknown, depends, works. */
export type State = 'works' | 'depends' | 'unknown' | 'broken';

export type AtFault =
  | 'pipeline-role'
  | 'action-role'
  | 'passed-role'
  | 'service-role'
  | 'resource-policy'
  | 'structure';

/** Where a policy's text can be found, so that evidence can be shown in its source. */
export interface PolicySource {
  readonly id: string;
  /** `trust policy of deploy`, `key policy of artifacts-use2`, `SCP deny-regions`. */
  readonly title: string;
  readonly account: AccountId | null;
  readonly arn: Arn | null;
  /** The document as AWS keeps it, or null where it was not read. */
  readonly document: unknown;
}

export interface JudgedNeed {
  readonly need: Need;
  readonly verdict: VerdictKind;
  readonly decision: Decision;
  /** The long answer, worked out when asked for. */
  readonly explain: () => Explanation;
  /** Where each policy of the decision can be found, by policy id. */
  readonly sources: () => ReadonlyMap<string, PolicySource>;
  /** The reads that were missing and could change this verdict. */
  readonly gaps: readonly Gap[];
  /** What was never asked, in words ("account 999999999999 was not scanned"). */
  readonly notScanned: readonly string[];
}

export interface JudgedHop {
  readonly hop: Hop;
  readonly state: State;
  readonly overBroad: boolean;
  /** The ids of the findings behind that mark; empty without it. */
  readonly marks: readonly string[];
  readonly needs: readonly JudgedNeed[];
  /** The refused calls behind what cannot be told of it, each once. */
  readonly gaps: readonly Gap[];
  /** Ring of the hop: one account decides, or two; each side's own state. */
  readonly sides: {
    readonly crossAccount: boolean;
    readonly principal: State;
    readonly resource: State;
    readonly principalAccount: AccountId | null;
    readonly resourceAccount: AccountId | null;
  };
}

export interface JudgedPath {
  readonly path: PermissionPath;
  readonly state: State;
  readonly overBroad: boolean;
  /** The ids of the findings behind that mark; empty without it. */
  readonly marks: readonly string[];
  readonly hops: readonly JudgedHop[];
  /** The hop that explains the state: the first one of the worst state; null when everything works. */
  readonly worst: JudgedHop | null;
  readonly atFault: AtFault | null;
}

export interface JudgedPipeline {
  readonly arn: Arn;
  readonly state: State;
  readonly overBroad: boolean;
  /** The ids of the findings behind that mark; empty without it. */
  readonly marks: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly paths: readonly JudgedPath[];
}
