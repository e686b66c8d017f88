// A stage condition that shell commands decide, on CodePipeline's own compute.
import type { ActionProvider } from '../action-provider';
import { managedCompute } from '../managed-compute';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-Commands.html';

export const ruleCommands: ActionProvider = {
  id: 'rule-commands',
  category: 'Rule',
  owner: 'AWS',
  provider: 'Commands',
  title: 'Commands check',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => managedCompute(setting, DOCS),
  passes: () => [],
};
