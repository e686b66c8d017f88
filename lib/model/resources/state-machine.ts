// Step Functions state machines that pipelines start, with the role that they run as.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { StateMachine } from '../service-resource';

/** Reads state machines. @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html (read 2026-11-24) */
export const stateMachineReader: Reader<'state-machine'> = {
  kind: 'state-machine',
  facts: ['state-machine'],
  read: (facts) => ({
    resources: facts.all('state-machine').flatMap(({ arn, data }): StateMachine[] => {
      if (arn === null || data === null) return [];
      const name = textField(data, 'name') ?? '';
      return [{ kind: 'state-machine', arn, ...placeOf(arn), name, role: textField(data, 'roleArn') }];
    }),
    problems: [],
  }),
};
