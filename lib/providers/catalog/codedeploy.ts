// CodeDeploy onto EC2 instances and machines of one's own: every instance fetches the revision by itself.
import type { ActionProvider, ActionSetting, ServiceRole } from '../action-provider';
import { deploymentGroup, groupRole, makeDeployment } from '../deployment-group';
import { instanceFaults, instanceRoles } from '../instances';
import type { StructureFault } from '../structure-fault';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeDeploy.html';

/** AWS's walkthrough for a deployment in another account lets the action role get artifacts, and only the instances decrypt them; the
 *  AWS CDK grants the key to both.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html (read 2026-11-27) */
const DECRYPTS = 'AWS’s walkthrough gives the action role no right on the key, and only the instances';

export const codedeploy: ActionProvider = {
  id: 'codedeploy',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CodeDeploy',
  title: 'CodeDeploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never', doubtOfDecrypting: DECRYPTS },
  calls: (setting) => [makeDeployment(setting, DOCS, 'as listed')],
  passes: () => [],
  serviceRoles: (setting) => [...groupRole(setting), ...machineRoles(setting)],
  faults: machineFaults,
};

/** Machines of one's own fetch with credentials that no scan sees. */
function machineFaults(setting: ActionSetting): readonly StructureFault[] {
  const { group, arn, name } = deploymentGroup(setting);
  if (group.kind !== 'found' || group.value.platform !== 'Server') return [];
  return [
    ...(group.value.hasInstances ? instanceFaults(setting, arn, name) : []),
    ...(group.value.hasOnPremises
      ? [
          {
            rule: 'on-premises-not-read',
            sentence: 'with which credentials the machines outside AWS fetch the artifact was not read',
            source: DOCS,
            certain: false,
            leavesOpen: true,
          },
        ]
      : []),
  ];
}

function machineRoles(setting: ActionSetting): readonly ServiceRole[] {
  const { group, arn, name } = deploymentGroup(setting);
  const isOurs = group.kind === 'found' && group.value.platform === 'Server' && group.value.hasInstances;
  return isOurs ? instanceRoles(setting, arn, name) : [];
}
