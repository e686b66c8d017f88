// The contract of an action provider: what one kind of pipeline action asks of AWS, and with whose hat.
import type { Context } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore, Pipeline, PipelineAction } from '@/lib/model/resource';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { StructureFault } from './structure-fault';
import type { Unread } from './unread';

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

/** Why a request cannot be known; empty where it can. */
export interface Open {
  /** The reason in words, such as a variable in the configuration. */
  readonly cannotTell?: string;
  readonly unread?: Unread;
  /** Why a denial might not matter after all (nobody sees whether the request is made): it then counts as not known. */
  readonly doubt?: string;
  /** Why an allow might not be enough after all (AWS's pages disagree): it then counts as not known. */
  readonly doubtOfAllow?: string;
}

/** A request in the making: graph adds the principal. */
export interface StatedNeed extends Open {
  readonly action: string;
  readonly resource: Arn | '*';
  readonly resourceAccount?: AccountId | null;
  readonly essential: boolean;
  readonly because: string;
  readonly source: string;
  readonly context?: Context;
  /** Of an object in S3: the account to which it belongs where that is not the bucket's, or that nobody knows. */
  readonly objectOwner?: AccountId | 'not known';
  /** Needs of one hop that share this name are alternatives: one of them must be allowed. */
  readonly oneOf?: string;
}

/** The kinds of things that are called, beside stores, roles and actions. */
export type TargetKind =
  | 'bucket'
  | 'key'
  | 'connection'
  | 'stack'
  | 'topic'
  | 'alarm'
  | 'app-config'
  | 'cluster'
  | 'container-service'
  | 'deployment-group'
  | 'environment'
  | 'function'
  | 'image-repository'
  | 'instances'
  | 'job-result'
  | 'log-group'
  | 'network'
  | 'parameter'
  | 'pipeline'
  | 'product'
  | 'project'
  | 'repository'
  | 'role'
  | 'scanner'
  | 'secret'
  | 'stack-set'
  | 'state-machine'
  | 'task-definition'
  | 'test-devices';

/** Something that is called: a stack, a bucket, a connection, a topic. */
export interface Call {
  readonly kind: 'calls' | 'reads' | 'writes' | 'decrypts' | 'encrypts' | 'assumes';
  readonly target: {
    readonly kind: TargetKind;
    readonly name: string;
    readonly arn: Arn | null;
    readonly account: AccountId | null;
    readonly region: Region | null;
    readonly job: string;
    /** False: named by somebody, but not part of what was read. True where nothing of it had to be read. */
    readonly scanned?: boolean;
  };
  readonly needs: readonly StatedNeed[];
  readonly faults?: readonly StructureFault[];
}

/** A role handed on to a service, not worn. */
export interface PassedRole extends Open {
  /** null where the configuration holds a variable. */
  readonly role: Arn | null;
  readonly service: string;
  readonly job: string;
  readonly because: string;
  readonly source: string;
}

/** A role that a service puts on by itself to do the work: it hangs on the resource that the action starts, and neither the
 *  pipeline role nor the action role assumes or passes it. */
export interface ServiceRole extends Open {
  /** null where the resource was not read, or names none: then `cannotTell` or `unread` says why. */
  readonly role: Arn | null;
  readonly service: string;
  /** Other principals under which the service may come: trusting one of them is enough. */
  readonly alsoAs?: readonly string[];
  /** True where the action passes this role too, so that its trust has been judged already. */
  readonly isPassed?: boolean;
  readonly job: string;
  /** The resource for which the service acts, `aws:SourceArn`; null where AWS does not say what the service sends. */
  readonly sourceArn: Arn | null;
  readonly because: string;
  readonly source: string;
  /** What the role does with the action's artifacts. `writeKey`: the key that encrypts what it writes where that is not the
   *  store's; null stands for the AWS managed key aws/s3 of the role's account. */
  readonly artifacts?: {
    readonly reads: boolean;
    readonly writes: boolean;
    readonly writeKey?: string | null;
  };
  readonly calls: readonly Call[];
}

/** A request on the store that goes along with writing an artifact. */
export interface StoreAsk {
  readonly action: string;
  readonly on: 'bucket' | 'objects';
  readonly because: string;
  readonly source: string;
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
    readonly writes: boolean;
    /** When uploads carry an ACL. `perhaps-across-accounts`: seen of a sibling only, so that nobody knows. */
    readonly acl: 'never' | 'perhaps-across-accounts' | 'across-accounts' | 'always';
    /** Why the running role may not have to touch the artifacts after all. */
    readonly doubt?: string;
    /** Why an action so configured may not have to read its inputs. */
    readonly doubtOfReading?: (action: PipelineAction) => string | undefined;
    /** Why the running role may not have to decrypt its inputs, though it looks at them in the store. */
    readonly doubtOfDecrypting?: string;
    /** What is asked of the store besides when an output is written; never essential. */
    readonly alsoOnWrite?: readonly StoreAsk[];
  };
  /** True where the action runs on nobody's role at all. */
  readonly needsNoRole?: (action: PipelineAction) => boolean;
  readonly calls: (setting: ActionSetting) => readonly Call[];
  readonly passes: (setting: ActionSetting) => readonly PassedRole[];
  /** What is wrong with such an action itself, wherever it stands. */
  readonly faults?: (setting: ActionSetting) => readonly StructureFault[];
  /** The roles that services put on because of this action, in the order in which they do. */
  readonly serviceRoles?: (setting: ActionSetting) => readonly ServiceRole[];
}
