// A stack set as a deployment: creates or updates the set and, where targets are given, its instances.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { changeStackSet, isFirstRun, isSelfManaged, passAdministrationRole, targetRoles } from '../stack-set';
import type { StructureFault } from '../structure-fault';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StackSets.html';

export const cloudformationStackSet: ActionProvider = {
  id: 'cloudformation-stack-set',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CloudFormationStackSet',
  title: 'Stack set',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [changeSet(setting)],
  passes: (setting) => (isSelfManaged(setting) ? passAdministrationRole(setting) : []),
  serviceRoles: (setting) => (isSelfManaged(setting) ? targetRoles(setting) : []),
  faults: managingAccountFaults,
};

/** The first run makes the set, and instances where targets are given; later ones change it. */
function changeSet(setting: ActionSetting): Call {
  const isFirst = isFirstRun(setting);
  const makesInstances = isFirst && setting.action.configuration.DeploymentTargets !== undefined;
  return changeStackSet(setting, {
    needed: [
      ...(isFirst ? [] : ['UpdateStackSet']),
      ...(makesInstances ? ['CreateStackInstances'] : []),
      'DescribeStackSetOperation',
      'DescribeStackSet',
      'ListStackInstances',
    ],
    wished: [...(isFirst ? ['UpdateStackSet'] : []), ...(makesInstances ? [] : ['CreateStackInstances'])],
    makes: true,
    docs: DOCS,
  });
}

/** The action never says that it calls as a delegated administrator (observed:
 *  https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/796). */
function managingAccountFaults(setting: ActionSetting): readonly StructureFault[] {
  if (isSelfManaged(setting)) return [];
  const fault = { rule: 'stack-set-not-in-managing-account', source: DOCS };
  const managing = [...setting.inventory.accounts.values()].find((account) => account.management);
  if (managing === undefined)
    return [
      {
        ...fault,
        sentence: `a stack set with SERVICE_MANAGED permissions works only in the organisation's managing account, and which account that is was not read`,
        certain: false,
        leavesOpen: true,
        unread: true,
      },
    ];
  if (managing.id === setting.account) return [];
  return [
    {
      ...fault,
      sentence: `a stack set with SERVICE_MANAGED permissions works only in the organisation's managing account ${managing.id}, and this action runs in ${setting.account}`,
      certain: true,
    },
  ];
}
