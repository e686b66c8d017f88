// Commands: shell commands on CodePipeline's own compute, with the credentials of the role that runs the action.
import type { ActionProvider } from '../action-provider';
import { managedCompute } from '../managed-compute';

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
  calls: (setting) => managedCompute(setting, DOCS),
  passes: () => [],
};
