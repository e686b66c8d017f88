// The typed resources of an inventory. They refer to each other by ARN, never by object.
import type { Json } from '@/lib/base/json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { Read } from './read';
import type { ServiceResource, VariableReference } from './service-resource';

export type { Read };

export interface Account {
  readonly kind: 'account';
  readonly id: AccountId;
  /** The name in the organisation, else the account id. */
  readonly name: string;
  readonly management: boolean;
  /** OU path, root first; empty outside an organisation or when it was not read. */
  readonly ouPath: readonly string[];
  /** The ids of the same units. */
  readonly ouIds: readonly string[];
  /** Tags of the account in the organisation; empty where none were asked for. */
  readonly tags: { readonly [key: string]: string };
  /** Guardrail levels: root, each OU, the account. Unread where AWS refused; null where the kind does not apply. */
  readonly scps: Read<readonly GuardrailLevel[]> | null;
  readonly rcps: Read<readonly GuardrailLevel[]> | null;
  /** The organisation that the account belongs to; `null` inside Read: none. */
  readonly organizationId: Read<string | null>;
  /** `o-…/r-…/ou-…/`, as in aws:PrincipalOrgPaths; `null` inside Read: in no organisation. */
  readonly orgPath: Read<string | null>;
  /** AWS's own word: ACTIVE, SUSPENDED; null outside an organisation. */
  readonly status: string | null;
}

/** The SCPs or RCPs attached to one target: the organisation's root, an OU or an account. */
export interface GuardrailLevel {
  readonly target: string;
  readonly policies: Read<readonly GuardrailPolicy[]>;
}

export interface GuardrailPolicy {
  readonly arn: Arn;
  readonly name: string;
  readonly document: Read<Json>;
}

export interface InlinePolicy {
  readonly name: string;
  readonly document: Json;
}

export interface Role {
  readonly kind: 'role';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly name: string;
  readonly path: string;
  /** `AROA…`: how AWS's own session ids begin. */
  readonly id: string;
  readonly trust: Json;
  readonly inline: readonly InlinePolicy[];
  readonly attached: readonly Arn[];
  readonly boundary: Arn | null;
  /** The instance profiles that it is in. */
  readonly instanceProfiles: readonly Arn[];
  readonly tags: { readonly [key: string]: string };
  readonly created: string | null;
}

export interface User {
  readonly kind: 'user';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly name: string;
  readonly path: string;
  readonly inline: readonly InlinePolicy[];
  readonly attached: readonly Arn[];
  readonly groups: readonly string[];
  readonly boundary: Arn | null;
  readonly tags: { readonly [key: string]: string };
  /** Keys with which a program signs as the user. */
  readonly accessKeys: Read<readonly AccessKey[]>;
}

export interface AccessKey {
  readonly isActive: boolean;
  /** ISO 8601, UTC; null where AWS did not say. */
  readonly made: string | null;
}

export interface Group {
  readonly kind: 'group';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly name: string;
  readonly inline: readonly InlinePolicy[];
  readonly attached: readonly Arn[];
}

export interface ManagedPolicy {
  readonly kind: 'managed-policy';
  readonly arn: Arn;
  readonly name: string;
  readonly document: Json;
  /** When another version became the default, or the policy was made. */
  readonly updated: string | null;
}

export interface IdentityProvider {
  readonly kind: 'identity-provider';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly url: string;
  readonly audiences: readonly string[];
}

export interface ArtifactStore {
  readonly region: Region;
  readonly bucket: string;
  /** `encryptionKey.id` as written: key ARN, alias ARN, bare id or alias name; null: the AWS managed key aws/s3. */
  readonly key: string | null;
}

export interface PipelineAction {
  readonly stage: string;
  readonly stageIndex: number;
  readonly name: string;
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
  readonly version: string;
  readonly runOrder: number;
  /** Left out where the definition says nothing. */
  readonly timeoutMinutes?: number;
  readonly configuration: { readonly [key: string]: string };
  readonly roleArn: Arn | null;
  /** As written; null means the pipeline's own region. */
  readonly region: Region | null;
  readonly inputArtifacts: readonly string[];
  readonly outputArtifacts: readonly string[];
  /** Environment variables of the action itself that refer to secrets. */
  readonly variables: readonly VariableReference[];
  /** Of a rule: the condition in which it stands. */
  readonly condition?: StageCondition;
}

/** When a rule is asked, and what happens to the stage where one of the rules does not pass. */
export interface StageCondition {
  readonly when: 'beforeEntry' | 'onSuccess' | 'onFailure';
  /** AWS's word: FAIL, SKIP, ROLLBACK, RETRY; null where the definition names none. */
  readonly result: string | null;
}

export interface PipelineStage {
  readonly name: string;
  readonly actions: readonly PipelineAction[];
  /** The rules of its conditions, in the shape of actions of the category `Rule`; `beforeEntry/1/name` is their name. */
  readonly rules: readonly PipelineAction[];
  /** Set where the transition into the stage is disabled; null also where the state was not read. */
  readonly disabledTransition: DisabledTransition | null;
}

/** AWS's own state of the last run of an action; never an IAM verdict. */
export interface RunState {
  readonly status: string;
  readonly at: string | null;
  /** What AWS said of a failure, without secrets. */
  readonly message: string | null;
  /** AWS's word for the failure: PermissionError, JobFailed, ConfigurationError, InternalError. */
  readonly code: string | null;
  /** The id of the action's execution. */
  readonly executionId: string | null;
}

/** A transition that somebody switched off: no execution passes into the stage. */
export interface DisabledTransition {
  readonly by: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}

export interface Pipeline {
  readonly kind: 'pipeline';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  readonly type: string;
  readonly roleArn: Arn;
  /** One per region; a single store is that of the pipeline's region. */
  readonly stores: readonly ArtifactStore[];
  readonly stages: readonly PipelineStage[];
  /** The source actions at which a pull request starts it. */
  readonly pullRequestSources: readonly string[];
  /** Keyed `stage/action`; empty when the state was not read. */
  readonly runs: { readonly [stageAndAction: string]: RunState };
  /** When its definition was last changed; null where AWS did not say. */
  readonly updated: string | null;
  /** When AWS switched polling for changes off, after 30 days without an execution; null where it did not. */
  readonly pollingDisabledAt: string | null;
}

export interface Bucket {
  readonly kind: 'bucket';
  readonly arn: Arn;
  readonly name: string;
  readonly account: AccountId;
  readonly region: Read<Region>;
  readonly policy: Read<Json | null>;
  readonly versioning: Read<string | null>;
  readonly ownership: Read<string | null>;
  readonly publicAccessBlock: Read<Json | null>;
  /** KMS key id of the bucket's default encryption; null for SSE-S3 or none. */
  readonly defaultKey: Read<string | null>;
  /** Whether it tells EventBridge of its objects. */
  readonly tellsEvents: Read<boolean>;
  /** After how many days a rule deletes whatever is in it; null where none does. */
  readonly expiryDays: Read<number | null>;
}

export interface Key {
  readonly kind: 'key';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly id: string;
  readonly policy: Read<Json>;
  readonly state: Read<string>;
  readonly manager: Read<'AWS' | 'CUSTOMER'>;
  /** `SYMMETRIC_DEFAULT`, or the kind of an asymmetric key. */
  readonly spec: Read<string>;
  readonly grants: Read<readonly Json[]>;
  /** `alias/name`, without the prefix of an ARN. */
  readonly aliases: readonly string[];
}

export type Resource =
  | Account
  | Role
  | User
  | Group
  | ManagedPolicy
  | IdentityProvider
  | Pipeline
  | Bucket
  | Key
  | ServiceResource;
export type ResourceKind = Resource['kind'];
