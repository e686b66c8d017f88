// Compute that CodePipeline itself lends to an action: it logs, joins networks and reads secrets with the role that runs the action.
import type { ActionSetting, Call } from './action-provider';
import { configurationValue } from './configuration';
import { writeLog } from './log-group';
import { joinNetwork } from './network';
import { readReferences } from './variable-references';

/** What each such action does whatever its job: the log group is named after the pipeline. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html#action-reference-Commands-policy (read 2026-11-24) */
export function managedCompute(setting: ActionSetting, docs: string): readonly Call[] {
  const { pipeline, action, partition, region, account } = setting;
  const place = { partition, region, account, source: docs };
  return [
    writeLog({
      ...place,
      name: `/aws/codepipeline/${pipeline.name}`,
      because: 'CodePipeline’s own compute writes its log with the role that runs the action.',
    }),
    ...(inNetwork(setting) ? [joinNetwork({ ...place, subnets: subnetsOf(setting) })] : []),
    ...readReferences(action.variables, place),
  ];
}

function inNetwork({ action }: ActionSetting): boolean {
  return ['VpcId', 'Subnets', 'SecurityGroupIds'].some(
    (key) => configurationValue(action, key).kind !== 'missing',
  );
}

/** The configured subnets; none where a variable stands for them. Never throws. */
export function subnetsOf({ action }: ActionSetting): readonly string[] {
  const value = configurationValue(action, 'Subnets');
  return value.kind === 'value' ? value.text.split(',').map((one) => one.trim()) : [];
}
