// CodeDeploy onto ECS, blue and green: the action itself registers the task definition, then CodeDeploy shifts the traffic.
import type { TaskDefinition } from '@/lib/model/service-resource';
import type { ActionProvider, ActionSetting } from '../action-provider';
import { openBy } from '../configuration';
import { deploymentGroup, groupRole, makeDeployment } from '../deployment-group';
import type { LookUp } from '../look-up';
import { executionRole, passTaskRoles, registerTask, runningTask, serviceArn } from '../task-roles';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECSbluegreen.html';

/** The roles that are passed stand in taskdef.json, an artifact that no scan sees. Those of the running service stand in for them. */
const DOUBT = { doubt: 'which roles are passed says taskdef.json, an artifact that a scan does not see' };

export const codedeployToEcs: ActionProvider = {
  id: 'codedeploy-to-ecs',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CodeDeployToECS',
  title: 'ECS blue/green',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => {
    const { application, name } = deploymentGroup(setting);
    const task = registerTask(setting, running(setting), {
      of: application.text,
      docs: DOCS,
      open: openBy(application, name),
    });
    return [task, makeDeployment(setting, DOCS, 'for certain')];
  },
  passes: (setting) => passTaskRoles(running(setting), DOCS, DOUBT),
  serviceRoles: (setting) => [...groupRole(setting), ...executionRole(setting, running(setting))],
};

function running(setting: ActionSetting): LookUp<TaskDefinition> {
  const { group } = deploymentGroup(setting);
  if (group.kind !== 'found') return group;
  const service = group.value.containerServices[0];
  if (service === undefined)
    return { kind: 'open', open: { cannotTell: `the group ${group.value.name} names no service` } };
  const arn = serviceArn(setting, service.cluster, service.service);
  return runningTask(setting, arn, { text: arn }).task;
}
