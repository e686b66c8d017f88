// CodeDeploy onto EC2 instances and machines of one's own: every instance fetches the revision by itself.
import type { ActionProvider, ActionSetting, ServiceRole } from '../action-provider';
import { deploymentGroup, groupRole, makeDeployment } from '../deployment-group';
import { unseenInstances } from '../instances';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeDeploy.html';

export const codedeploy: ActionProvider = {
  id: 'codedeploy',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CodeDeploy',
  title: 'CodeDeploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [makeDeployment(setting, DOCS)],
  passes: () => [],
  serviceRoles: (setting) => [...groupRole(setting), ...instanceRoles(setting)],
};

function instanceRoles(setting: ActionSetting): readonly ServiceRole[] {
  const { group } = deploymentGroup(setting);
  return group.kind === 'found' && group.value.platform === 'Server' ? [unseenInstances()] : [];
}
