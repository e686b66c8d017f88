// The contract of an action provider: what one kind of pipeline action asks of AWS, and with whose hat.
import type { Context } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore, Pipeline, PipelineAction } from '@/lib/model/resource';
import type { AccountId, Arn, Region } from '@/lib/names/arn';

/** Everything an action's needs are made from. */
export interface ActionSetting {
  readonly pipeline: Pipeline;
  readonly action: PipelineAction;
  readonly partition: string;
  /** The role that runs the action: its own, else the pipeline's. */
  readonly role: Arn;
  /** The account of that role: names in the configuration resolve there. */
  readonly account: AccountId;
  /** `action.region`, else the pipeline's. */
  readonly region: Region;
  /** The artifact store of the action's region; null where the pipeline has none. */
  readonly store: ArtifactStore | null;
  readonly inventory: Inventory;
}

/** A request in the making: graph adds the principal. */
export interface StatedNeed {
  readonly action: string;
  readonly resource: Arn | '*';
  readonly resourceAccount?: AccountId | null;
  readonly essential: boolean;
  readonly because: string;
  readonly source: string;
  readonly context?: Context;
  /** The request cannot be known: the reason, such as a variable in the configuration. */
  readonly cannotTell?: string;
  /** Needs of one hop that share this name are alternatives: one of them must be allowed. */
  readonly oneOf?: string;
}

/** Something the running role calls: a stack, a bucket, a connection, a topic. */
export interface Call {
  readonly kind: 'calls' | 'reads' | 'writes' | 'decrypts' | 'encrypts';
  readonly target: {
    readonly kind: 'bucket' | 'key' | 'connection' | 'stack' | 'topic';
    readonly name: string;
    readonly arn: Arn | null;
    readonly account: AccountId | null;
    readonly region: Region | null;
    readonly job: string;
  };
  readonly needs: readonly StatedNeed[];
}

/** A role handed on to a service, not worn. */
export interface PassedRole {
  /** null where the configuration holds a variable. */
  readonly role: Arn | null;
  readonly service: string;
  readonly job: string;
  readonly because: string;
  readonly source: string;
  readonly cannotTell?: string;
}

export interface ActionProvider {
  readonly id: string;
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
  /** `S3 source`, as on the card. */
  readonly title: string;
  readonly docs: string;
  /** Whether the running role reads input artifacts and writes output artifacts. */
  readonly artifacts: {
    readonly reads: boolean;
    readonly writes: boolean /** uploads carry an ACL */;
    readonly writesAcl: boolean;
  };
  /** True where the action runs on nobody's role at all. */
  readonly needsNoRole?: (action: PipelineAction) => boolean;
  readonly calls: (setting: ActionSetting) => readonly Call[];
  readonly passes: (setting: ActionSetting) => readonly PassedRole[];
}
