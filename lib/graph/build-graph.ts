// The graph of a pipeline: for every action, the ordered hops of its permission path.
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import { arnAccount } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, StatedNeed } from '@/lib/providers/action-provider';
import { providerOf } from '@/lib/providers/catalog/index';
import { settingOf } from './action-setting';
import { addArtifactHops } from './artifact-hops';
import { addCalls } from './call-hops';
import { addCiHops } from './ci-hops';
import { ASSUME_CONTEXT, serviceAssumeContext, sessionContext } from './execution-context';
import type { NodeId, PermissionPath, PipelineGraph } from './hop';
import { actionNode, type NodeSet, nodeSet, roleNode, serviceNode } from './node-set';
import { addPassedRole } from './pass-hops';
import { needsOfAction, type PathBuilder, pathBuilder, sessionOf } from './path-builder';
import { addReplicationHops } from './replication-hops';
import { roleFaults } from './role-faults';
import { addServiceRoles } from './service-role-hops';
import { addShapeFaults } from './shape-hops';
import { addTriggerHops } from './trigger-hops';
import { addWebhookHops } from './webhook-hops';

const ROLE_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const SERVICE_ROLE_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html';

/** The nodes and permission paths of a pipeline, in the order of its stages and actions. Never throws. */
export function buildGraph(inventory: Inventory, pipeline: Pipeline): PipelineGraph {
  const nodes = nodeSet();
  const paths = pipeline.stages.flatMap((stage) =>
    [...stage.actions, ...stage.rules].map((action) => pathOf(nodes, inventory, pipeline, action)),
  );
  return { pipeline: pipeline.arn, nodes: nodes.list(), paths };
}

function pathOf(
  nodes: NodeSet,
  inventory: Inventory,
  pipeline: Pipeline,
  action: PipelineAction,
): PermissionPath {
  const provider = providerOf(action);
  const setting = settingOf(inventory, pipeline, action);
  const noRole = provider?.needsNoRole?.(action) ?? false;
  const actionId = nodes.add(
    actionNode(
      pipeline,
      action,
      setting.account,
      setting.region,
      provider?.title || `${action.provider} ${action.category.toLowerCase()}`,
      provider !== null,
    ),
  );
  const path = pathBuilder(pipeline.arn, action);
  addTriggerHops(path, nodes, setting, actionId);
  addWebhookHops(path, nodes, setting, actionId);
  addCiHops(path, nodes, setting, provider?.calls(setting) ?? []);
  if (!noRole) {
    addPipelineRole(path, nodes, setting);
    addReplicationHops(path, nodes, setting);
    addActionRole(path, nodes, setting);
    if (provider !== null) addProviderHops(path, nodes, setting, provider, actionId);
  }
  addShapeFaults(path, nodes, setting, provider, actionId);
  return {
    stage: action.stage,
    stageIndex: action.stageIndex,
    action: action.name,
    category: action.category,
    provider: action.provider,
    actionNode: actionId,
    role: noRole ? null : setting.role,
    account: setting.account,
    region: setting.region,
    modelled: provider !== null,
    hops: path.hops,
  };
}

function addPipelineRole(path: PathBuilder, nodes: NodeSet, { inventory, pipeline }: ActionSetting): void {
  path.add(
    'runs-as',
    nodes.add(serviceNode('codepipeline.amazonaws.com')),
    nodes.add(roleNode(inventory, pipeline.roleArn, 'pipeline role')),
    [
      {
        principal: { kind: 'service', service: 'codepipeline.amazonaws.com' },
        action: 'sts:AssumeRole',
        resource: pipeline.roleArn,
        resourceAccount: arnAccount(pipeline.roleArn),
        base: serviceAssumeContext(pipeline.account, pipeline.arn, pipeline.region),
        context: {},
        essential: true,
        because: 'CodePipeline runs the pipeline with this role.',
        source: SERVICE_ROLE_DOCS,
      },
    ],
    roleFaults(inventory, pipeline.roleArn),
  );
}

/** Both sides are needed also inside one account: CodePipeline assumes the role, it does not merely use it. */
function addActionRole(
  path: PathBuilder,
  nodes: NodeSet,
  { inventory, pipeline, action }: ActionSetting,
): void {
  if (action.roleArn === null) return;
  path.add(
    'assumes',
    nodes.add(roleNode(inventory, pipeline.roleArn, 'pipeline role')),
    nodes.add(roleNode(inventory, action.roleArn, 'action role')),
    [
      {
        principal: sessionOf(pipeline.roleArn),
        action: 'sts:AssumeRole',
        resource: action.roleArn,
        resourceAccount: arnAccount(action.roleArn),
        base: sessionContext(pipeline.region),
        context: ASSUME_CONTEXT,
        essential: true,
        because: 'The pipeline role puts on the role that the action names.',
        source: ROLE_DOCS,
      },
    ],
    roleFaults(inventory, action.roleArn),
  );
}

function addProviderHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  provider: ActionProvider,
  actionId: NodeId,
): void {
  const calls = provider.calls(setting);
  const isSource = provider.category === 'Source';
  const needs = (stated: readonly StatedNeed[]) => needsOfAction(setting, stated);
  if (isSource) addCalls(path, nodes, setting, actionId, calls, needs);
  const { doubt } = provider.artifacts;
  const artifactNeeds = (stated: readonly StatedNeed[]) =>
    needs(doubt === undefined ? stated : stated.map((one) => ({ ...one, doubt })));
  const actor = { role: setting.role, account: setting.account, needs: artifactNeeds };
  addArtifactHops(path, nodes, setting, actionId, actor, {
    reads: provider.artifacts.reads && setting.action.inputArtifacts.length > 0,
    writes: provider.artifacts.writes && setting.action.outputArtifacts.length > 0,
    acl: provider.artifacts.acl,
    alsoOnWrite: provider.artifacts.alsoOnWrite ?? [],
    doubtOfDecrypting: provider.artifacts.doubtOfDecrypting,
    doubtOfReading: provider.artifacts.doubtOfReading?.(setting.action),
  });
  if (!isSource) addCalls(path, nodes, setting, actionId, calls, needs);
  for (const passed of provider.passes(setting)) addPassedRole(path, nodes, setting, passed, actionId);
  addServiceRoles(path, nodes, setting, actionId, provider.serviceRoles?.(setting) ?? []);
}
