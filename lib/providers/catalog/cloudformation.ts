// CloudFormation: creates, changes or deletes a stack, directly or through a change set, with an execution role.
import { ABSENT, known } from '@/lib/iam/context';
import type { Context, KeyState } from '@/lib/iam/request';
import type { PipelineAction } from '@/lib/model/resource';
import type { ActionProvider, ActionSetting, Call, StatedNeed } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, configurationValue } from '../configuration';
import { type Ask, asksOf } from '../stack-asks';
import { executionRoles, idleRoleFaults, namedStack, passExecutionRole, roleFaults } from '../stack-role';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html';

export const cloudformation: ActionProvider = {
  id: 'cloudformation',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CloudFormation',
  title: 'CloudFormation',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: true,
    acl: 'never',
    doubtOfReading: ({ configuration }) => (namesFile(configuration) ? undefined : READS_NO_FILE),
  },
  calls: (setting) => [callStack(setting)],
  passes: (setting) => passExecutionRole(setting, DOCS),
  serviceRoles: (setting) => executionRoles(setting, DOCS),
};

const READS_NO_FILE = 'AWS does not say whether an input is fetched of which the configuration names no file';

/** Whether the configuration names something inside an input artifact. */
function namesFile({
  TemplatePath,
  TemplateConfiguration,
  ParameterOverrides = '',
}: PipelineAction['configuration']) {
  const isNamed = [TemplatePath, TemplateConfiguration].some((one) => one !== undefined && one !== '');
  return isNamed || /Fn::GetParam|#\{/.test(ParameterOverrides);
}

function callStack(setting: ActionSetting): Call {
  const { partition, region, account } = setting;
  const name = configurationText(setting.action, 'StackName');
  const mode = configurationText(setting.action, 'ActionMode');
  const stack = namedStack(setting);
  const hasFile = configurationValue(setting.action, 'TemplateConfiguration').kind !== 'missing';
  const asks = asksOf(mode.text, stack, hasFile);
  const arn = `arn:${partition}:cloudformation:${region}:${account}:stack/${name.text}/*`;
  const cannotTell =
    name.cannotTell ?? (asks === null ? `action mode \`${mode.text}\` is not one that we know` : undefined);
  const needs = (asks ?? asksOf('', stack, hasFile) ?? []).map(
    ({ action, essential, because, oneOf, onAll }: Ask): StatedNeed => ({
      action,
      resource: onAll === true ? '*' : arn,
      essential,
      because,
      source: DOCS,
      context: contextOf(action, setting),
      ...(cannotTell === undefined ? {} : { cannotTell }),
      ...(oneOf === undefined ? {} : { oneOf }),
    }),
  );
  return callOn(setting, { kind: 'stack', name, arn, job: 'stack' }, needs, [
    ...roleFaults(setting, DOCS),
    ...idleRoleFaults(setting, DOCS),
  ]);
}

/** The requests that carry a key of CloudFormation's own; every other request does not have the key at all.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html (read 2026-11-27) */
const CARRIERS = [
  {
    key: 'cloudformation:ChangeSetName',
    configured: 'ChangeSetName',
    carriers: /:(Create|Delete|Describe|Execute)ChangeSet$/,
  },
  {
    key: 'cloudformation:RoleArn',
    configured: 'RoleArn',
    carriers: /:(CreateChangeSet|(Create|Update|Delete)Stack)$/,
  },
] as const;

function contextOf(action: string, setting: ActionSetting): Context {
  const context: Record<string, KeyState> = {};
  for (const { key, configured, carriers } of CARRIERS) {
    const value = configurationValue(setting.action, configured);
    if (!carriers.test(action) || value.kind === 'missing') context[key] = ABSENT;
    else if (value.kind === 'value') context[key] = known(value.text);
  }
  return context;
}
