// The execution role of a stack: passed by the action, or kept by the stack from an earlier time.
import type { Stack } from '@/lib/model/service-resource';
import type { ActionSetting, Call, PassedRole, ServiceRole } from './action-provider';
import { callOn } from './call-on';
import { configurationText, configurationValue } from './configuration';
import { type LookUp, lookUp } from './look-up';
import { needsFor } from './need';
import type { StructureFault } from './structure-fault';

const ROLE_DOCS = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html';
const MACRO_DOCS =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html';
const SERVICE = 'cloudformation.amazonaws.com';
const JOB = 'execution role';

/** The stack that the configuration names, without its id. Never throws. */
export function namedStack({ action, inventory, partition, account, region }: ActionSetting): LookUp<Stack> {
  const name = configurationText(action, 'StackName');
  const arn = `arn:${partition}:cloudformation:${region}:${account}:stack/${name.text}`;
  return lookUp(inventory, inventory.stacks, arn, {
    name,
    call: 'cloudformation:DescribeStacks',
    what: `the stack ${name.text}`,
  });
}

/** Executing a change set passes no role: the change set keeps the one that it was created with.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html (read 2026-11-24) */
export function passExecutionRole(setting: ActionSetting, docs: string): readonly PassedRole[] {
  const role = configurationValue(setting.action, 'RoleArn');
  if (role.kind === 'missing' || isExecution(setting)) return [];
  return [
    {
      role: role.kind === 'value' ? role.text : null,
      service: SERVICE,
      job: JOB,
      because: 'CloudFormation is called with this role and builds the stack with it.',
      source: docs,
      ...(role.kind === 'variable' ? { cannotTell: role.reason } : {}),
    },
  ];
}

/** Every mode but executing a change set wants a role (observed: https://github.com/hashicorp/terraform-provider-aws/issues/13121).
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html (read 2026-11-24) */
export function roleFaults(setting: ActionSetting, docs: string): readonly StructureFault[] {
  const mode = configurationValue(setting.action, 'ActionMode');
  const role = configurationValue(setting.action, 'RoleArn');
  if (role.kind !== 'missing' || mode.kind !== 'value' || isExecution(setting)) return [];
  return [
    {
      rule: 'stack-role-missing',
      sentence: `the configuration names no RoleArn, which ${mode.text} wants`,
      source: docs,
      certain: true,
    },
  ];
}

/** What the execution role itself does, as far as the pipeline shows it. Its work on the resources of the template is not judged:
 *  templates are not read. Never throws. */
export function executionRoles(setting: ActionSetting, docs: string): readonly ServiceRole[] {
  const passing = passExecutionRole(setting, docs)[0];
  const passed = passing?.role ?? null;
  const stack = namedStack(setting);
  const kept = stack.kind === 'found' ? stack.value.role : null;
  // A role whose name is a variable replaces the one that the stack keeps.
  const role = passing === undefined ? kept : passed;
  if (role === null) return [];
  return [
    {
      role,
      service: SERVICE,
      isPassed: passed !== null,
      job: JOB,
      sourceArn: null,
      because: 'The stack keeps the role that it was given last.',
      source: ROLE_DOCS,
      artifacts: { reads: namesArtifact(setting), writes: false },
      calls: runMacros(setting),
    },
  ];
}

function isExecution({ action }: ActionSetting): boolean {
  return action.configuration.ActionMode === 'CHANGE_SET_EXECUTE';
}

/** `Fn::GetArtifactAtt` gives the template the bucket and key of an artifact, which whoever builds the stack then fetches. The
 *  template itself needs no such permission: it is handed over as a signed URL (observed: https://github.com/aws/aws-cdk/issues/3765).
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-parameter-override-functions.html (read 2026-11-24) */
function namesArtifact({ action }: ActionSetting): boolean {
  return (
    action.inputArtifacts.length > 0 &&
    (action.configuration.ParameterOverrides ?? '').includes('Fn::GetArtifactAtt')
  );
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html (read 2026-11-24) */
function runMacros(setting: ActionSetting): readonly Call[] {
  if (!(setting.action.configuration.Capabilities ?? '').includes('CAPABILITY_AUTO_EXPAND')) return [];
  const arn = `arn:${setting.partition}:cloudformation:${setting.region}:aws:transform/*`;
  return [
    callOn(
      setting,
      { kind: 'stack', name: { text: 'the macros of the template' }, arn, account: null, job: 'macros' },
      needsFor(['cloudformation:CreateChangeSet'], arn, {
        essential: false,
        because: 'Needed where the template uses a macro, as SAM’s do.',
        source: MACRO_DOCS,
        resourceAccount: setting.account,
      }),
    ),
  ];
}
