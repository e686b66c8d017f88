// Commands: shell commands on CodePipeline's own compute, with the credentials of the role that runs the action.
import type { ActionProvider, Call } from '../action-provider';
import { managedCompute } from '../managed-compute';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html';

/** What the commands themselves ask of AWS stands in no configuration and is not judged. */
export const commands: ActionProvider = {
  id: 'commands',
  category: 'Compute',
  owner: 'AWS',
  provider: 'Commands',
  title: 'Commands',
  docs: DOCS,
  artifacts: { reads: true, writes: true, acl: 'never' },
  calls: (setting) => managedCompute(setting, DOCS).map(withLogRead),
  passes: () => [],
};

/** The log is read again, as it seems for the output variables (observed: the AWS CDK grants it).
 *  @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-codepipeline-actions/lib/commands/commands-action.ts (read 2026-11-27) */
function withLogRead(call: Call): Call {
  const { kind, arn } = call.target;
  if (kind !== 'log-group' || arn === null) return call;
  const read = needsFor(['logs:GetLogEvents'], `${arn}:log-stream:*`, {
    essential: false,
    because: 'Reads the log again, for the variables that the commands put out.',
    source: DOCS,
  });
  return { ...call, needs: [...call.needs, ...read] };
}
