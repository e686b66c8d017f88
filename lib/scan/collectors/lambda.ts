// Reads the settings of the functions that pipelines invoke or deploy, above all the role that they run as. Never their code.
import {
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandInput,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { functionName } from '@/lib/names/function-arn';
import { actionReferences, isName } from '../action-references';
import { call, collector } from '../collector';

const getFunctionConfiguration = call(
  'lambda:GetFunctionConfiguration',
  (lambda: LambdaClient, input: GetFunctionConfigurationCommandInput) =>
    lambda.send(new GetFunctionConfigurationCommand(input)),
);

/** Facts `function`; one of null is a function that a pipeline names and that does not exist. */
export const lambda = collector({
  service: 'lambda',
  scope: 'region',
  phase: 2,
  client: (config) => new LambdaClient(config),
  calls: [getFunctionConfiguration],
  async collect({ ask, note, account, region, partition, known }) {
    const here = `arn:${partition}:lambda:${region}:${account}:`;
    const named = actionReferences(known, ['Lambda', 'LambdaInvoke'])
      .filter(({ configuration }) => isName(configuration.FunctionName))
      .map((one) => functionName(one.configuration.FunctionName ?? '', { ...one, partition }))
      .filter(({ arn }) => arn.startsWith(here));
    for (const [arn, { name }] of new Map(named.map((one) => [one.arn, one]))) {
      const answer = await ask(getFunctionConfiguration, { FunctionName: name }, { scope: arn });
      if (answer !== 'gap')
        note({
          kind: 'function',
          source: getFunctionConfiguration,
          arn,
          data: answer === 'absent' ? null : answer,
        });
    }
  },
});
