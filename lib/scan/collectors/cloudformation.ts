// Reads the stacks that pipelines change: whether they exist, and the execution role that they keep.
import {
  CloudFormationClient,
  DescribeStacksCommand,
  type DescribeStacksCommandInput,
} from '@aws-sdk/client-cloudformation';
import { namedHere } from '../action-references';
import { call, collector } from '../collector';

const describeStacks = call(
  'cloudformation:DescribeStacks',
  (cloudformation: CloudFormationClient, input: DescribeStacksCommandInput) =>
    cloudformation.send(new DescribeStacksCommand(input)),
);

/** Facts `stack`; one of null is a stack that a pipeline names and that does not exist yet. */
export const cloudformation = collector({
  service: 'cloudformation',
  scope: 'region',
  phase: 2,
  client: (config) => new CloudFormationClient(config),
  calls: [describeStacks],
  async collect(asking) {
    const { ask, note, account, region, partition } = asking;
    for (const name of namedHere(asking, ['CloudFormation'], 'StackName')) {
      const arn = `arn:${partition}:cloudformation:${region}:${account}:stack/${name}`;
      const answer = await ask(describeStacks, { StackName: name }, { scope: arn });
      if (answer === 'gap') continue;
      const data = answer === 'absent' ? null : (answer.Stacks?.[0] ?? null);
      note({ kind: 'stack', source: describeStacks, arn, data });
    }
  },
});
