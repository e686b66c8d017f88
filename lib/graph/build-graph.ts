// The graph of a pipeline: for every action, the ordered hops of its permission path.
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import { arnAccount, parseArn } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call, PassedRole } from '@/lib/providers/action-provider';
import { providerOf } from '@/lib/providers/catalog/index';
import { addArtifactHops } from './artifact-hops';
import { assumeContext, passRoleContext, serviceAssumeContext, sessionContext } from './execution-context';
import type { GraphNode, NodeId, PermissionPath, PipelineGraph } from './hop';
import { actionNode, CODEPIPELINE_NODE, keyNode, type NodeSet, nodeSet, roleNode } from './node-set';
import { needOf, needsOfAction, type PathBuilder, pathBuilder, sessionOf } from './path-builder';
import { addReplicationHops } from './replication-hops';

const ROLE_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const SERVICE_ROLE_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html';
const PASS_ROLE_DOCS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

/** The nodes and permission paths of a pipeline, in the order of its stages and actions. Never throws. */
export function buildGraph(inventory: Inventory, pipeline: Pipeline): PipelineGraph {
  const nodes = nodeSet();
  const paths = pipeline.stages.flatMap((stage) =>
    stage.actions.map((action) => pathOf(nodes, inventory, pipeline, action)),
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
      provider?.title ?? `${action.provider} ${action.category.toLowerCase()}`,
      provider !== null,
    ),
  );
  const path = pathBuilder(pipeline.arn, action);
  if (!noRole) {
    addPipelineRole(path, nodes, setting);
    addReplicationHops(path, nodes, setting);
    addActionRole(path, nodes, setting);
    if (provider !== null) addProviderHops(path, nodes, setting, provider, actionId);
  }
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

function settingOf(inventory: Inventory, pipeline: Pipeline, action: PipelineAction): ActionSetting {
  const role = action.roleArn ?? pipeline.roleArn;
  const region = action.region ?? pipeline.region;
  return {
    pipeline,
    action,
    inventory,
    role,
    region,
    partition: parseArn(pipeline.arn)?.partition ?? 'aws',
    account: arnAccount(role) ?? pipeline.account,
    store: pipeline.stores.find((store) => store.region === region) ?? null,
  };
}

function addPipelineRole(path: PathBuilder, nodes: NodeSet, { inventory, pipeline }: ActionSetting): void {
  path.add(
    'runs-as',
    nodes.add(CODEPIPELINE_NODE),
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
        context: assumeContext(),
        essential: true,
        because: 'The pipeline role puts on the role that the action names.',
        source: ROLE_DOCS,
      },
    ],
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
  if (isSource) addCalls(path, nodes, setting, calls, actionId);
  addArtifactHops(path, nodes, setting, actionId, {
    reads: provider.artifacts.reads && setting.action.inputArtifacts.length > 0,
    writes: provider.artifacts.writes && setting.action.outputArtifacts.length > 0,
    acl: provider.artifacts.writesAcl,
  });
  if (!isSource) addCalls(path, nodes, setting, calls, actionId);
  for (const passed of provider.passes(setting)) addPassedRole(path, nodes, setting, passed, actionId);
}

function addCalls(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  calls: readonly Call[],
  actionId: NodeId,
): void {
  for (const call of calls)
    path.add(call.kind, actionId, nodes.add(targetNode(setting, call)), needsOfAction(setting, call.needs));
}

function targetNode({ inventory }: ActionSetting, { target }: Call): GraphNode {
  if (target.kind === 'key' && target.arn !== null)
    return keyNode(inventory, target.arn, target.account, target.region);
  const scanned = target.kind !== 'bucket' || (target.arn !== null && inventory.buckets.has(target.arn));
  return {
    id: `${target.kind}:${target.arn ?? target.name}`,
    kind: target.kind,
    account: target.account,
    region: target.region,
    name: target.name,
    arn: target.arn,
    job: target.job,
    scanned,
  };
}

/** Passing takes two: the caller may pass the role to this service, and the role lets the service put it on. A role can be passed
 *  only inside its own account. */
function addPassedRole(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  passed: PassedRole,
  actionId: NodeId,
): void {
  const { inventory, partition, account, region } = setting;
  const role = passed.role ?? '*';
  const foreign = passed.role !== null && arnAccount(passed.role) !== account;
  const to =
    passed.role === null
      ? nodes.add({
          id: `role:unknown of ${actionId}`,
          kind: 'role',
          account,
          region: null,
          name: passed.job,
          arn: null,
          job: passed.job,
          scanned: false,
        })
      : nodes.add(roleNode(inventory, passed.role, passed.job));
  const cannotTell = passed.cannotTell === undefined ? {} : { cannotTell: passed.cannotTell };
  const pass = needOf(sessionOf(setting.role), region, {
    action: 'iam:PassRole',
    resource: role,
    essential: true,
    because: passed.because,
    source: PASS_ROLE_DOCS,
    context: passRoleContext(partition, passed.service),
    ...cannotTell,
  });
  const trust = {
    principal: { kind: 'service' as const, service: passed.service },
    action: 'sts:AssumeRole',
    resource: role,
    resourceAccount: arnAccount(role),
    base: serviceAssumeContext(account, null, region),
    context: {},
    essential: true,
    because: 'The service must be able to put the role on.',
    source: passed.source,
    ...cannotTell,
  };
  path.add(
    'passes',
    actionId,
    to,
    [pass, trust],
    foreign
      ? [
          {
            rule: 'passed-role-other-account',
            sentence: `the ${passed.job} belongs to ${arnAccount(role)}, and a role can be passed only inside its own account (${account})`,
            source: PASS_ROLE_DOCS,
            certain: true,
          },
        ]
      : [],
  );
}
