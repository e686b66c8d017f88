// What of an inventory is compared: its tables, and the properties of a thing that stand for themselves.
import type { Inventory } from '@/lib/model/inventory';
import type { ThingKind } from './comparison';

/** The tables of things with an ARN. */
export type TableName = Exclude<
  {
    [K in keyof Inventory]: Inventory[K] extends ReadonlyMap<
      string,
      { readonly kind: string; readonly arn: string }
    >
      ? K
      : never;
  }[keyof Inventory],
  undefined
>;

export interface Table {
  readonly name: TableName;
  readonly thing: Exclude<ThingKind, 'account' | 'scp' | 'rcp'>;
  /** As a reader calls one. */
  readonly noun: string;
  /** Properties that are documents or lists of their own, and what they are called: `trust` is the `trust policy` of it. */
  readonly aspects: { readonly [property: string]: string };
  /** Whether the account's IAM lists all of them, so that what is not there does not exist. */
  readonly isIam?: true;
}

export const TABLES: readonly Table[] = [
  {
    name: 'roles',
    thing: 'role',
    noun: 'role',
    aspects: {
      trust: 'trust policy',
      inline: 'inline policy',
      attached: 'managed policies attached to',
      boundary: 'permissions boundary',
    },
    isIam: true,
  },
  {
    name: 'users',
    thing: 'user',
    noun: 'user',
    aspects: {
      inline: 'inline policy',
      attached: 'managed policies attached to',
      groups: 'groups',
      boundary: 'permissions boundary',
      accessKeys: 'access keys',
    },
    isIam: true,
  },
  {
    name: 'groups',
    thing: 'group',
    noun: 'group',
    aspects: { inline: 'inline policy', attached: 'managed policies attached to' },
    isIam: true,
  },
  {
    name: 'managedPolicies',
    thing: 'managed-policy',
    noun: 'managed policy',
    aspects: { document: 'managed policy' },
    isIam: true,
  },
  {
    name: 'identityProviders',
    thing: 'identity-provider',
    noun: 'identity provider',
    aspects: {},
    isIam: true,
  },
  {
    name: 'pipelines',
    thing: 'pipeline',
    noun: 'pipeline',
    aspects: { stores: 'artifact stores', stages: 'stages' },
  },
  { name: 'buckets', thing: 'bucket', noun: 'bucket', aspects: { policy: 'bucket policy' } },
  { name: 'keys', thing: 'key', noun: 'key', aspects: { policy: 'key policy', grants: 'grants' } },
  { name: 'projects', thing: 'build-project', noun: 'build project', aspects: {} },
  { name: 'functions', thing: 'function', noun: 'function', aspects: {} },
  { name: 'deploymentGroups', thing: 'deployment-group', noun: 'deployment group', aspects: {} },
  { name: 'containerServices', thing: 'container-service', noun: 'service', aspects: {} },
  { name: 'taskDefinitions', thing: 'task-definition', noun: 'task definition', aspects: {} },
  { name: 'stateMachines', thing: 'state-machine', noun: 'state machine', aspects: {} },
  { name: 'stacks', thing: 'stack', noun: 'stack', aspects: {} },
  { name: 'stackSets', thing: 'stack-set', noun: 'stack set', aspects: {} },
  { name: 'instances', thing: 'instances', noun: 'instances', aspects: {} },
  { name: 'eventRules', thing: 'event-rule', noun: 'event rule', aspects: {} },
  { name: 'connections', thing: 'connection', noun: 'connection', aspects: {} },
  { name: 'clusters', thing: 'cluster', noun: 'cluster', aspects: { entries: 'access entries' } },
  { name: 'topics', thing: 'topic', noun: 'topic', aspects: {} },
  { name: 'webhooks', thing: 'webhook', noun: 'webhook', aspects: {} },
  {
    name: 'resourcePolicies',
    thing: 'resource-policy',
    noun: 'resource policy',
    aspects: { policy: 'resource policy' },
  },
];

/** What says nothing of what may be done: what names the thing, when it was touched, how its last run went. */
export const IGNORED: ReadonlySet<string> = new Set(['kind', 'arn', 'runs', 'updated', 'created']);

/** Aspects whose document is a policy, so that the order of its statements is no change. */
export const POLICIES: ReadonlySet<string> = new Set(['trust', 'inline', 'document', 'policy']);
