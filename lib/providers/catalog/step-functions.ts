// Step Functions: starts a state machine and waits for it.
import { arnAccount, arnName, parseArn } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call, ServiceRole } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { lookUp } from '../look-up';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StepFunctions.html';
const ROLE_DOCS = 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html';

export const stepFunctions: ActionProvider = {
  id: 'step-functions',
  category: 'Invoke',
  owner: 'AWS',
  provider: 'StepFunctions',
  title: 'Step Functions',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: true,
    acl: 'never',
    doubtOfReading: ({ configuration }) =>
      configuration.InputType === 'FilePath'
        ? undefined
        : 'AWS says that an input is read where InputType is FilePath, and not whether it is else',
  },
  calls: (setting) => [startMachine(setting)],
  passes: () => [],
  serviceRoles: machineRole,
};

function named({ action, inventory }: ActionSetting) {
  const arn = configurationText(action, 'StateMachineArn');
  const found = lookUp(inventory, inventory.stateMachines, arn.text, {
    name: arn,
    call: 'states:DescribeStateMachine',
    what: `the state machine ${arnName(arn.text)}`,
  });
  return { arn, found };
}

function startMachine(setting: ActionSetting): Call {
  const { arn, found } = named(setting);
  const open = openBy(arn);
  const executions = `${arn.text.replace(':stateMachine:', ':execution:')}:*`;
  return callOn(
    setting,
    {
      kind: 'state-machine',
      name: { ...arn, text: arnName(arn.text) },
      arn: arn.text,
      account: arnAccount(arn.text),
      region: parseArn(arn.text)?.region ?? null,
      job: 'state machine',
      scanned: found.kind === 'found',
    },
    [
      ...needsFor(['states:StartExecution', 'states:DescribeStateMachine'], arn.text, {
        because: 'The action starts the state machine.',
        source: DOCS,
        open,
      }),
      ...needsFor(['states:DescribeExecution'], executions, {
        because: 'CodePipeline asks again and again how the execution is doing.',
        source: DOCS,
        open,
      }),
    ],
    found.kind === 'absent'
      ? [
          {
            rule: 'state-machine-missing',
            sentence: `there is no state machine ${arn.text}`,
            source: DOCS,
            certain: true,
            curedIn: arnAccount(arn.text),
          },
        ]
      : [],
  );
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html#prevent-cross-service-confused-deputy (read 2026-11-24) */
function machineRole(setting: ActionSetting): readonly ServiceRole[] {
  const { arn, found } = named(setting);
  if (found.kind === 'absent') return [];
  const role = {
    service: 'states.amazonaws.com',
    job: 'state machine role',
    sourceArn: arn.text,
    because: 'Step Functions runs the state machine with its role.',
    source: ROLE_DOCS,
    calls: [],
  };
  if (found.kind === 'open') return [{ ...role, role: null, ...found.open }];
  return found.value.role === null ? [] : [{ ...role, role: found.value.role }];
}
