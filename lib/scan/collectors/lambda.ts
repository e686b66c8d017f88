// Reads the settings of the functions that pipelines invoke or deploy: the role that they run as, and who may call them. Never their code.
import {
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandInput,
  GetPolicyCommand,
  type GetPolicyCommandInput,
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

const getPolicy = call('lambda:GetPolicy', (lambda: LambdaClient, input: GetPolicyCommandInput) =>
  lambda.send(new GetPolicyCommand(input)),
);

/** Facts `function`; one of null is a function that a pipeline names and that does not exist. Facts `function-policy`, of the version
 *  or alias where one is named: each has a policy of its own.
 *  @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html (read 2026-11-27) */
export const lambda = collector({
  service: 'lambda',
  scope: 'region',
  phase: 2,
  client: (config) => new LambdaClient(config),
  calls: [getFunctionConfiguration, getPolicy],
  async collect({ ask, note, account, region, partition, known }) {
    const here = `arn:${partition}:lambda:${region}:${account}:`;
    const named = actionReferences(known, ['Lambda', 'LambdaInvoke'])
      .filter(({ configuration }) => isName(configuration.FunctionName))
      .map((one) => functionName(one.configuration.FunctionName ?? '', { ...one, partition }))
      .filter(({ arn }) => arn.startsWith(here));
    const absent = new Set<string>();
    for (const [arn, { name }] of new Map(named.map((one) => [one.arn, one]))) {
      const answer = await ask(getFunctionConfiguration, { FunctionName: name }, { scope: arn });
      if (answer === 'absent') absent.add(arn);
      if (answer !== 'gap')
        note({
          kind: 'function',
          source: getFunctionConfiguration,
          arn,
          data: answer === 'absent' ? null : answer,
        });
    }
    const asked = named.map((one) => ({
      ...one,
      scope: one.qualifier === null ? one.arn : `${one.arn}:${one.qualifier}`,
    }));
    for (const [scope, { arn, name, qualifier }] of new Map(asked.map((one) => [one.scope, one]))) {
      if (absent.has(arn)) continue;
      const input = { FunctionName: name, ...(qualifier === null ? {} : { Qualifier: qualifier }) };
      const answer = await ask(getPolicy, input, { scope });
      if (answer !== 'gap')
        note({
          kind: 'function-policy',
          source: getPolicy,
          arn: scope,
          data: answer === 'absent' ? null : answer,
        });
    }
  },
});
