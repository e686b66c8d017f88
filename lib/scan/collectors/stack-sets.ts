// Reads the stack sets that pipelines make, and whose instances they make: with which roles they climb into other accounts. Never a template.
import {
  CloudFormationClient,
  DescribeStackSetCommand,
  type DescribeStackSetCommandInput,
} from '@aws-sdk/client-cloudformation';
import { namedHere } from '../action-references';
import { call, collector } from '../collector';

const describeStackSet = call(
  'cloudformation:DescribeStackSet',
  (cloudformation: CloudFormationClient, input: DescribeStackSetCommandInput) =>
    cloudformation.send(new DescribeStackSetCommand(input)),
);

const PROVIDERS = ['CloudFormationStackSet', 'CloudFormationStackInstances'];

/** Facts `stack-set`; one of null is a stack set that a pipeline names and that does not exist. */
export const stackSets = collector({
  service: 'cloudformation',
  scope: 'region',
  phase: 2,
  client: (config) => new CloudFormationClient(config),
  calls: [describeStackSet],
  async collect(asking) {
    const { ask, note, account, region, partition } = asking;
    for (const name of namedHere(asking, PROVIDERS, 'StackSetName')) {
      const arn = `arn:${partition}:cloudformation:${region}:${account}:stackset/${name}`;
      const answer = await ask(describeStackSet, { StackSetName: name }, { scope: arn });
      if (answer === 'gap') continue;
      if (answer === 'absent') {
        note({ kind: 'stack-set', source: describeStackSet, arn, data: null });
        continue;
      }
      const { StackSetName, Status, PermissionModel, AdministrationRoleARN, ExecutionRoleName } =
        answer.StackSet ?? {};
      const data = { StackSetName, Status, PermissionModel, AdministrationRoleARN, ExecutionRoleName };
      note({ kind: 'stack-set', source: describeStackSet, arn, data });
    }
  },
});
