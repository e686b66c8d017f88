// Hops: the steps of an action's permission path, each an edge that needs permission.
import type { Context, Principal } from '@/lib/iam/request';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { TargetKind } from '@/lib/providers/action-provider';
import type { StructureFault } from '@/lib/providers/structure-fault';
import type { Unread } from '@/lib/providers/unread';

export type HopKind =
  | 'runs-as'
  | 'assumes'
  | 'reads'
  | 'writes'
  | 'decrypts'
  | 'encrypts'
  | 'replicates'
  | 'calls'
  | 'passes'
  | 'triggers';

/** One request that an execution will make. */
export interface Need {
  readonly principal: Principal;
  /** The IAM action, `s3:GetObject`. */
  readonly action: string;
  readonly resource: Arn | '*';
  readonly resourceAccount: AccountId | null;
  /** What is known of the context of every request of its kind; shared between needs. */
  readonly base: Context;
  /** What is special to this request; wins over `base`. */
  readonly context: Context;
  /** A need that is not essential never breaks a path; it is shown as a warning. */
  readonly essential: boolean;
  /** Why the execution makes this request, a sentence. */
  readonly because: string;
  /** Documentation URL of that claim. */
  readonly source: string;
  /** Set when configuration holds a variable, so that the request itself cannot be known: the reason in words. */
  readonly cannotTell?: string;
  /** Set when the request hangs on a resource that was not read. */
  readonly unread?: Unread;
  /** Why a denial might not matter after all; it then counts as not known. */
  readonly doubt?: string;
  /** Why an allow might not be enough after all; it then counts as not known. */
  readonly doubtOfAllow?: string;
  /** Of an object in S3: the account to which it belongs where that is not the bucket's, or that nobody knows. */
  readonly objectOwner?: AccountId | 'not known';
  /** Needs of one hop that share this name are alternatives, none essential alone: one of them must be allowed. */
  readonly oneOf?: string;
  /** Set where a reader asks, and no execution is known to make the request. */
  readonly asked?: true;
}

export type { StructureFault, Unread };

export type NodeId = string;
export type NodeKind =
  | 'service'
  | 'action'
  | 'store'
  | TargetKind
  | 'ci'
  | 'event-bus'
  | 'event-rule'
  | 'not-modelled';

export interface GraphNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  /** null: outside every account (an AWS service, a CI system). */
  readonly account: AccountId | null;
  /** null: global. */
  readonly region: Region | null;
  readonly name: string;
  readonly arn: Arn | null;
  /** What the thing is for, two or three words: `pipeline role`, `store`, `key`. */
  readonly job: string;
  /** False: named by somebody, but not part of what was read. */
  readonly scanned: boolean;
}

export interface Hop {
  /** Stable: made of pipeline, stage, action, kind and both ends. */
  readonly id: string;
  readonly kind: HopKind;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly needs: readonly Need[];
  readonly faults: readonly StructureFault[];
}

/** The ordered hops of one action. */
export interface PermissionPath {
  readonly stage: string;
  readonly stageIndex: number;
  readonly action: string;
  readonly category: string;
  readonly provider: string;
  readonly actionNode: NodeId;
  /** The role that runs the action, or null where none is needed. */
  readonly role: Arn | null;
  readonly account: AccountId;
  readonly region: Region;
  /** False: the provider is drawn, but its needs are not known to us yet. */
  readonly modelled: boolean;
  readonly hops: readonly Hop[];
}

export interface PipelineGraph {
  readonly pipeline: Arn;
  readonly nodes: readonly GraphNode[];
  readonly paths: readonly PermissionPath[];
}
