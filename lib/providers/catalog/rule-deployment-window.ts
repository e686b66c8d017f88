// A stage condition that waits for a window of time: it asks nobody.
import type { ActionProvider } from '../action-provider';

export const ruleDeploymentWindow: ActionProvider = {
  id: 'rule-deployment-window',
  category: 'Rule',
  owner: 'AWS',
  provider: 'DeploymentWindow',
  title: 'Deployment window',
  docs: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html',
  artifacts: { reads: false, writes: false, acl: 'never' },
  needsNoRole: () => true,
  calls: () => [],
  passes: () => [],
};
