// The roles in an ECS task definition: whoever registers a new revision passes them on.
import { known } from '@/lib/iam/context';
import type { ContainerService, TaskDefinition } from '@/lib/model/service-resource';
import { arnName } from '@/lib/names/arn';
import type { ActionSetting, Call, Open, PassedRole, ServiceRole, StatedNeed } from './action-provider';
import { callOn } from './call-on';
import type { ConfiguredName } from './configuration';
import { pullImage } from './image-repository';
import { writeLog } from './log-group';
import { type LookUp, lookUp } from './look-up';
import { needsFor, needsOnAny } from './need';

const TASK_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html';
const TAG_DOCS =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html';

/** The ARN of a service in the setting's account and region. Never throws. */
export function serviceArn(
  { partition, region, account }: ActionSetting,
  cluster: string,
  service: string,
): string {
  return `arn:${partition}:ecs:${region}:${account}:service/${cluster}/${service}`;
}

/** The task definition that runs in the service now. Never throws. */
export function runningTask(
  { inventory }: ActionSetting,
  arn: string,
  name: ConfiguredName,
): { readonly service: LookUp<ContainerService>; readonly task: LookUp<TaskDefinition> } {
  const what = `the service ${arnName(arn)}`;
  const service = lookUp(inventory, inventory.containerServices, arn, {
    name,
    call: 'ecs:DescribeServices',
    what,
  });
  if (service.kind !== 'found') return { service, task: service };
  const definition = service.value.taskDefinition;
  if (definition === null)
    return { service, task: { kind: 'open', open: { cannotTell: `${what} names no task definition` } } };
  const task = lookUp(inventory, inventory.taskDefinitions, definition, {
    call: 'ecs:DescribeTaskDefinition',
    what: `the task definition ${arnName(definition)}`,
  });
  return { service, task };
}

/** Both roles, passed to ECS tasks; one of unknown name where the task definition was not read. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html (read 2026-11-24) */
export function passTaskRoles(task: LookUp<TaskDefinition>, docs: string, open: Open): readonly PassedRole[] {
  const passed = {
    service: 'ecs-tasks.amazonaws.com',
    because: 'Registering a task definition passes on the roles that it names.',
    source: docs,
  };
  if (task.kind === 'absent') return [];
  if (task.kind === 'open') return [{ ...passed, role: null, job: 'task roles', ...task.open }];
  const { taskRole, executionRole } = task.value;
  return [
    ...(taskRole === null ? [] : [{ ...passed, role: taskRole, job: 'task role', ...open }]),
    ...(executionRole === null ? [] : [{ ...passed, role: executionRole, job: 'execution role', ...open }]),
  ];
}

/** What starting the tasks takes: the image, and the log group. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html (read 2026-11-24) */
export function executionRole(setting: ActionSetting, task: LookUp<TaskDefinition>): readonly ServiceRole[] {
  if (task.kind !== 'found' || task.value.executionRole === null) return [];
  const { partition, region, account } = setting;
  const images = new Map(
    task.value.images.flatMap((image) => {
      const pull = pullImage(partition, image, TASK_DOCS);
      return pull === null ? [] : [[pull.target.arn, pull] as const];
    }),
  );
  const because = 'ECS writes the log of the tasks with their execution role.';
  return [
    {
      role: task.value.executionRole,
      service: 'ecs-tasks.amazonaws.com',
      isPassed: true,
      job: 'execution role',
      sourceArn: null,
      because: 'ECS starts the tasks with their execution role.',
      source: TASK_DOCS,
      calls: [
        ...images.values(),
        ...[...new Set(task.value.logGroups)].map((name) =>
          writeLog({ partition, region, account, name, because, source: TASK_DOCS }),
        ),
      ],
    },
  ];
}

interface Registering {
  /** What the task definition is of: the service, or the application. */
  readonly of: string;
  readonly docs: string;
  readonly open: Open;
  readonly keepsFamily?: boolean;
}

/** Registers a new revision: of the running family where the action keeps it, else of one that a file of the artifact names. AWS's pages
 *  named `*` for long, and name the task definition since 2026: either will do. Tags take a permission of their own.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html (read 2026-11-24) */
export function registerTask(
  setting: ActionSetting,
  task: LookUp<TaskDefinition>,
  { of, docs, open, keepsFamily = false }: Registering,
): Call {
  const { partition, region, account } = setting;
  const any =
    keepsFamily && task.kind === 'found'
      ? task.value.arn.replace(/:\d+$/, ':*')
      : `arn:${partition}:ecs:${region}:${account}:task-definition/*`;
  const register: readonly StatedNeed[] = needsOnAny(['ecs:RegisterTaskDefinition'], ['*', any], {
    because: 'The action registers a new revision of the task definition.',
    source: docs,
    open,
  });
  return callOn(
    setting,
    {
      kind: 'task-definition',
      name: { text: of },
      arn: null,
      job: 'task definition',
      scanned: task.kind === 'found',
    },
    [
      ...register,
      ...needsFor(['ecs:TagResource'], any, {
        essential: task.kind === 'found' && task.value.isTagged,
        because: 'Needed where the task definition carries tags.',
        source: TAG_DOCS,
        context: { 'ecs:CreateAction': known('RegisterTaskDefinition') },
        open,
      }),
    ],
  );
}
