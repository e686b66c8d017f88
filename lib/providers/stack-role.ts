// The execution role of a stack: passed by the action, or kept by the stack from an earlier time.
import type { Stack } from '@/lib/model/service-resource';
import { type Arn, arnAccount } from '@/lib/names/arn';
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

/** A change set is executed with the role with which it was made, whatever the executing action says. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html (read 2026-11-27) */
export function idleRoleFaults(setting: ActionSetting, docs: string): readonly StructureFault[] {
  const named = configurationValue(setting.action, 'RoleArn');
  if (!isExecution(setting) || named.kind !== 'value') return [];
  const fault = { rule: 'stack-role-without-effect', source: docs, certain: false };
  const maker = makerOfChangeSet(setting);
  const stack = namedStack(setting);
  if (maker === undefined && stack.kind === 'open')
    return [
      {
        ...fault,
        sentence: `executing a change set takes no RoleArn, and which role the stack keeps was not read`,
        unread: stack.open.unread ?? true,
      },
    ];
  const used = maker ?? (stack.kind === 'found' ? stack.value.role : null);
  if (used === named.text || used?.includes('#{') === true) return [];
  const instead = used === null ? 'the stack keeps no role' : `${used} is used`;
  return [
    {
      ...fault,
      sentence: `the RoleArn ${named.text} has no effect where a change set is executed: ${instead}`,
    },
  ];
}

/** The role with which an action of this pipeline makes the change set that this one executes. */
function makerOfChangeSet({ action, pipeline, account, region }: ActionSetting): Arn | undefined {
  const { StackName, ChangeSetName } = action.configuration;
  return pipeline.stages
    .flatMap(({ actions }) => actions)
    .filter(
      ({ provider, configuration, roleArn, region: at }) =>
        provider === 'CloudFormation' &&
        configuration.ActionMode === 'CHANGE_SET_REPLACE' &&
        configuration.StackName === StackName &&
        configuration.ChangeSetName === ChangeSetName &&
        (arnAccount(roleArn ?? pipeline.roleArn) ?? pipeline.account) === account &&
        (at ?? pipeline.region) === region,
    )
    .map(({ configuration }) => configuration.RoleArn)
    .findLast((role) => role !== undefined && role !== '');
}

/** What the execution role itself does, as far as the pipeline shows it. Its work on the resources of the template is not judged:
 *  templates are not read. Never throws. */
export function executionRoles(setting: ActionSetting, docs: string): readonly ServiceRole[] {
  const passing = passExecutionRole(setting, docs)[0];
  const passed = passing?.role ?? null;
  // A role whose name is a variable replaces the one that the stack keeps.
  const role = passing === undefined ? keptRole(setting) : passed;
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

/** The role of the change set, which its stack keeps from then on; else the one that the stack keeps by now.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html (read 2026-11-27) */
function keptRole(setting: ActionSetting): Arn | null {
  const made = isExecution(setting) ? makerOfChangeSet(setting) : undefined;
  if (made !== undefined) return made.includes('#{') ? null : made;
  const stack = namedStack(setting);
  return stack.kind === 'found' ? stack.value.role : null;
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
