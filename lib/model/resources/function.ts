// Lambda functions that pipelines invoke or deploy, with the role that they run as.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { LambdaFunction } from '../service-resource';

/** Reads functions. @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html (read 2026-11-24) */
export const functionReader: Reader<'function'> = {
  kind: 'function',
  facts: ['function'],
  read: (facts) => ({
    resources: facts.all('function').flatMap(({ arn, data }): LambdaFunction[] => {
      if (arn === null || data === null) return [];
      const name = textField(data, 'FunctionName') ?? '';
      return [{ kind: 'function', arn, ...placeOf(arn), name, role: textField(data, 'Role') }];
    }),
    problems: [],
  }),
};
