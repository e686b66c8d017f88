// The only list of resource readers. One more kind: its type in resource.ts, its file here, its table in inventory.ts.
import type { Reader } from '../reader';
import type { ResourceKind } from '../resource';
import { accountReader } from './account';
import { bucketReader } from './bucket';
import { buildProjectReader } from './build-project';
import { clusterReader } from './cluster';
import { connectionReader } from './connection';
import { containerServiceReader } from './container-service';
import { deploymentGroupReader } from './deployment-group';
import { eventRuleReader } from './event-rule';
import { functionReader } from './function';
import { groupReader } from './group';
import { identityProviderReader } from './identity-provider';
import { instancesReader } from './instances';
import { keyReader } from './key';
import { managedPolicyReader } from './managed-policy';
import { pipelineReader } from './pipeline';
import { resourcePolicyReader } from './resource-policy';
import { roleReader } from './role';
import { stackReader } from './stack';
import { stackSetReader } from './stack-set';
import { stateMachineReader } from './state-machine';
import { taskDefinitionReader } from './task-definition';
import { topicReader } from './topic';
import { userReader } from './user';
import { webhookReader } from './webhook';

export const READERS = {
  account: accountReader,
  'build-project': buildProjectReader,
  cluster: clusterReader,
  connection: connectionReader,
  'container-service': containerServiceReader,
  'resource-policy': resourcePolicyReader,
  topic: topicReader,
  webhook: webhookReader,
  'deployment-group': deploymentGroupReader,
  'event-rule': eventRuleReader,
  function: functionReader,
  stack: stackReader,
  'stack-set': stackSetReader,
  'state-machine': stateMachineReader,
  'task-definition': taskDefinitionReader,
  bucket: bucketReader,
  group: groupReader,
  'identity-provider': identityProviderReader,
  instances: instancesReader,
  key: keyReader,
  'managed-policy': managedPolicyReader,
  pipeline: pipelineReader,
  role: roleReader,
  user: userReader,
} as const satisfies { readonly [K in ResourceKind]: Reader<K> };
