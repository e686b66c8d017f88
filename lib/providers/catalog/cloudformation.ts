// CloudFormation: creates, changes or deletes a stack, directly or through a change set, and hands an execution role on.
import { known } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import type { ActionProvider, ActionSetting, Call, PassedRole, StatedNeed } from '../action-provider';
import { configurationText, configurationValue } from '../configuration';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html';

export const cloudformation: ActionProvider = {
  id: 'cloudformation',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CloudFormation',
  title: 'CloudFormation',
  docs: DOCS,
  artifacts: { reads: true, writes: true, writesAcl: false },
  calls: (setting) => [callStack(setting)],
  passes: passExecutionRole,
};

type Ask = readonly [action: string, essential: boolean, because: string];

const DESCRIBE: Ask = [
  'cloudformation:DescribeStacks',
  true,
  'CodePipeline asks again and again how the stack is doing.',
];
const EVENTS: Ask = ['cloudformation:DescribeStackEvents', false, 'Tells why a stack failed.'];

/** INVARIANT (only what one run needs): of creating and updating only one happens in a run, and a scan does not see whether the
 *  stack exists; so neither alone is essential, and a missing one is a warning. */
const ASKS: Readonly<Record<string, readonly Ask[]>> = {
  CREATE_UPDATE: [
    DESCRIBE,
    ['cloudformation:CreateStack', false, 'Needed while the stack does not exist.'],
    ['cloudformation:UpdateStack', false, 'Needed once the stack exists.'],
    EVENTS,
  ],
  REPLACE_ON_FAILURE: [
    DESCRIBE,
    ['cloudformation:CreateStack', false, 'Needed while the stack does not exist.'],
    ['cloudformation:UpdateStack', false, 'Needed once the stack exists.'],
    ['cloudformation:DeleteStack', false, 'Needed when the stack is in a failed state.'],
    EVENTS,
  ],
  CHANGE_SET_REPLACE: [
    DESCRIBE,
    ['cloudformation:CreateChangeSet', true, 'The action creates the change set.'],
    ['cloudformation:DescribeChangeSet', true, 'CodePipeline waits until the change set is ready.'],
    ['cloudformation:DeleteChangeSet', false, 'Needed when a change set of that name is left over.'],
  ],
  CHANGE_SET_EXECUTE: [
    DESCRIBE,
    ['cloudformation:DescribeChangeSet', true, 'CodePipeline looks the change set up.'],
    ['cloudformation:ExecuteChangeSet', true, 'The action executes the change set.'],
    EVENTS,
  ],
  DELETE_ONLY: [DESCRIBE, ['cloudformation:DeleteStack', true, 'The action deletes the stack.'], EVENTS],
};

/** Whether one of two actions is needed, so that missing both breaks the action although neither alone is essential. */
const EITHER: Readonly<Record<string, readonly [string, string]>> = {
  CREATE_UPDATE: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'],
  REPLACE_ON_FAILURE: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'],
};

function callStack(setting: ActionSetting): Call {
  const stack = configurationText(setting.action, 'StackName');
  const mode = configurationText(setting.action, 'ActionMode');
  const changeSet = configurationValue(setting.action, 'ChangeSetName');
  const asks = ASKS[mode.text];
  const arn = `arn:${setting.partition}:cloudformation:${setting.region}:${setting.account}:stack/${stack.text}/*`;
  const cannotTell =
    stack.cannotTell ??
    (asks === undefined ? `action mode \`${mode.text}\` is not one that we know` : undefined);
  const either = EITHER[mode.text];
  return {
    kind: 'calls',
    target: {
      kind: 'stack',
      name: stack.text,
      arn: stack.cannotTell === undefined ? arn : null,
      account: setting.account,
      region: setting.region,
      job: 'stack',
    },
    needs: (asks ?? [DESCRIBE]).map(
      ([action, essential, because]): StatedNeed => ({
        action,
        resource: arn,
        essential,
        because,
        source: DOCS,
        context: contextOf(action, changeSet.kind === 'value' ? changeSet.text : null, setting),
        ...(cannotTell === undefined ? {} : { cannotTell }),
        ...(either?.includes(action) ? { oneOf: 'create-or-update' } : {}),
      }),
    ),
  };
}

/** `cloudformation:ChangeSetName` is in the context of the change-set calls only.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html (read 2026-11-24) */
function contextOf(action: string, changeSet: string | null, setting: ActionSetting): Context {
  const role = configurationValue(setting.action, 'RoleArn');
  return {
    ...(changeSet !== null && action.includes('ChangeSet')
      ? { 'cloudformation:ChangeSetName': known(changeSet) }
      : {}),
    ...(role.kind === 'value' && /:(Create|Update|Delete)/.test(action)
      ? { 'cloudformation:RoleArn': known(role.text) }
      : {}),
  };
}

/** Executing a change set uses the role that the change set was created with. */
function passExecutionRole(setting: ActionSetting): readonly PassedRole[] {
  const role = configurationValue(setting.action, 'RoleArn');
  if (role.kind === 'missing') return [];
  return [
    {
      role: role.kind === 'value' ? role.text : null,
      service: 'cloudformation.amazonaws.com',
      job: 'execution role',
      because: 'CloudFormation is called with this role and builds the stack with it.',
      source: DOCS,
      ...(role.kind === 'variable' ? { cannotTell: role.reason } : {}),
    },
  ];
}
