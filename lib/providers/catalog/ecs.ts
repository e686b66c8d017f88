// ECS: registers a new revision of the running task definition and rolls the service.
import type { ActionProvider, ActionSetting, Call, Open, StatedNeed } from '../action-provider';
import { callOn, missingFault } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor } from '../need';
import { executionRole, passTaskRoles, registerTask, runningTask, serviceArn } from '../task-roles';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECS.html';

export const ecs: ActionProvider = {
  id: 'ecs',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'ECS',
  title: 'ECS deploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => rollService(setting),
  passes: (setting) => passTaskRoles(named(setting).task, DOCS, {}),
  serviceRoles: (setting) => executionRole(setting, named(setting).task),
};

function named(setting: ActionSetting) {
  const cluster = configurationText(setting.action, 'ClusterName');
  const name = configurationText(setting.action, 'ServiceName');
  const arn = serviceArn(setting, cluster.text, name.text);
  const open = openBy(cluster, name);
  return {
    name: { text: name.text, ...open },
    arn,
    open,
    ...runningTask(setting, arn, { text: arn, ...open }),
  };
}

/** DescribeTaskDefinition is authorised on `*` only: an allow on a task definition never matches.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html (read 2026-11-24) */
function rollService(setting: ActionSetting): readonly Call[] {
  const { name, arn, open, service, task } = named(setting);
  return [
    callOn(
      setting,
      { kind: 'container-service', name, arn, job: 'service', scanned: service.kind === 'found' },
      [
        ...roll(setting, { arn, isOpen: service.kind === 'open', open }),
        ...needsFor(['ecs:DescribeTaskDefinition'], '*', {
          because: 'The action starts from the task definition that runs now.',
          source: DOCS,
          open,
        }),
        ...needsFor(['ecs:DescribeTasks', 'ecs:ListTasks'], '*', {
          essential: false,
          because: 'AWS listed it among what the action uses.',
          source: DOCS,
          open,
        }),
      ],
      service.kind === 'absent'
        ? [missingFault(setting, 'container-service-missing', `service ${name.text}`, DOCS)]
        : [],
    ),
    registerTask(setting, task, { of: name.text, docs: DOCS, open, keepsFamily: true }),
  ];
}

const SHORT = 'a service has this short ARN only where it was made before long ones were switched on';

/** Where the service was not read, its ARN may be the short one, without the cluster.
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids (read 2026-11-27) */
function roll(
  { partition, region, account, action }: ActionSetting,
  { arn, isOpen, open }: { readonly arn: string; readonly isOpen: boolean; readonly open: Open },
): readonly StatedNeed[] {
  const because = 'The action rolls the service to the new revision.';
  const needs = (resource: string, more: Open = {}) =>
    needsFor(['ecs:DescribeServices', 'ecs:UpdateService'], resource, {
      because,
      source: DOCS,
      essential: !isOpen,
      open: { ...open, ...more },
    });
  if (!isOpen) return needs(arn);
  const short = `arn:${partition}:ecs:${region}:${account}:service/${configurationText(action, 'ServiceName').text}`;
  return [...needs(arn), ...needs(short, { doubtOfAllow: SHORT })].map((one) => ({
    ...one,
    oneOf: one.action,
  }));
}
