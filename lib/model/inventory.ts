// The inventory: flat tables, looked up by ARN. A dangling ARN is visible: it was not scanned, or does not exist.

import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';
import type {
  Account,
  Bucket,
  Group,
  IdentityProvider,
  Key,
  ManagedPolicy,
  Pipeline,
  Role,
  User,
} from './resource';
import type {
  BuildProject,
  Cluster,
  Connection,
  ContainerService,
  DeploymentGroup,
  EventRule,
  Instances,
  LambdaFunction,
  ResourcePolicy,
  Stack,
  StackSet,
  StateMachine,
  TaskDefinition,
  Topic,
  Webhook,
} from './service-resource';
import type { Tier } from './tier';

export interface Inventory {
  readonly takenAt: string;
  readonly regions: readonly Region[];
  readonly accounts: ReadonlyMap<AccountId, Account>;
  /** By account, listed in the settings or told from what was read. */
  readonly tiers: ReadonlyMap<AccountId, Tier>;
  readonly roles: ReadonlyMap<Arn, Role>;
  readonly users: ReadonlyMap<Arn, User>;
  readonly groups: ReadonlyMap<Arn, Group>;
  readonly managedPolicies: ReadonlyMap<Arn, ManagedPolicy>;
  readonly identityProviders: ReadonlyMap<Arn, IdentityProvider>;
  readonly pipelines: ReadonlyMap<Arn, Pipeline>;
  readonly buckets: ReadonlyMap<Arn, Bucket>;
  readonly keys: ReadonlyMap<Arn, Key>;
  readonly projects: ReadonlyMap<Arn, BuildProject>;
  readonly functions: ReadonlyMap<Arn, LambdaFunction>;
  readonly deploymentGroups: ReadonlyMap<Arn, DeploymentGroup>;
  readonly containerServices: ReadonlyMap<Arn, ContainerService>;
  readonly taskDefinitions: ReadonlyMap<Arn, TaskDefinition>;
  readonly stateMachines: ReadonlyMap<Arn, StateMachine>;
  readonly stacks: ReadonlyMap<Arn, Stack>;
  readonly stackSets: ReadonlyMap<Arn, StackSet>;
  readonly instances: ReadonlyMap<Arn, Instances>;
  readonly eventRules: ReadonlyMap<Arn, EventRule>;
  readonly connections: ReadonlyMap<Arn, Connection>;
  readonly clusters: ReadonlyMap<Arn, Cluster>;
  readonly topics: ReadonlyMap<Arn, Topic>;
  readonly webhooks: ReadonlyMap<Arn, Webhook>;
  /** By the ARN of the resource; what is not there was not read. */
  readonly resourcePolicies: ReadonlyMap<Arn, ResourcePolicy>;
  /** `account target`: accounts of which all the event rules were listed that target a pipeline or event bus. */
  readonly rulesListed: ReadonlySet<string>;
  /** Named things of which AWS said that there are none. */
  readonly absent: ReadonlySet<Arn>;
  /** Accounts whose IAM was read whole: only there does "not found" mean "does not exist". */
  readonly iamReadIn: ReadonlySet<AccountId>;
  readonly gaps: readonly Gap[];
  /** What a reader could not make sense of, one line each. */
  readonly problems: readonly string[];
}
