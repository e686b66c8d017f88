// Reads the state machines that pipelines start, without their definitions: the role that they run as.
import {
  DescribeStateMachineCommand,
  type DescribeStateMachineCommandInput,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { actionReferences, isName } from '../action-references';
import { call, collector } from '../collector';

const describeStateMachine = call(
  'states:DescribeStateMachine',
  (states: SFNClient, input: DescribeStateMachineCommandInput) =>
    states.send(new DescribeStateMachineCommand(input)),
);

/** Facts `state-machine`; one of null is a state machine that a pipeline names and that does not exist. */
export const stepfunctions = collector({
  service: 'states',
  scope: 'region',
  phase: 2,
  client: (config) => new SFNClient(config),
  calls: [describeStateMachine],
  async collect({ ask, note, account, region, partition, known }) {
    const here = `arn:${partition}:states:${region}:${account}:`;
    const arns = actionReferences(known, ['StepFunctions'])
      .map(({ configuration }) => configuration.StateMachineArn)
      .filter(isName)
      .filter((arn) => arn.startsWith(here));
    for (const arn of new Set(arns)) {
      const input = { stateMachineArn: arn, includedData: 'METADATA_ONLY' } as const;
      const answer = await ask(describeStateMachine, input, { scope: arn });
      if (answer !== 'gap')
        note({
          kind: 'state-machine',
          source: describeStateMachine,
          arn,
          data: answer === 'absent' ? null : answer,
        });
    }
  },
});
