// Instances of a stack set as a deployment of their own.
import type { ActionProvider } from '../action-provider';
import { changeStackSet, missingSetFaults, rolesOfSet } from '../stack-set';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StackSets.html';

export const cloudformationStackInstances: ActionProvider = {
  id: 'cloudformation-stack-instances',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'CloudFormationStackInstances',
  title: 'Stack instances',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [
    changeStackSet(setting, {
      needed: ['CreateStackInstances', 'DescribeStackSetOperation'],
      wished: ['UpdateStackInstances', 'DescribeStackSet', 'ListStackInstances'],
      docs: DOCS,
    }),
  ],
  passes: () => [],
  serviceRoles: rolesOfSet,
  faults: (setting) => missingSetFaults(setting, DOCS),
};
