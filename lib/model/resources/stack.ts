// CloudFormation stacks that pipelines change, with the execution role that they keep.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { Stack } from '../service-resource';

/** Reads stacks. A stack keeps the role that it was given last, and uses it where a later request names none.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html (read 2026-11-24) */
export const stackReader: Reader<'stack'> = {
  kind: 'stack',
  facts: ['stack'],
  read: (facts) => ({
    resources: facts.all('stack').flatMap(({ arn, data }): Stack[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'stack',
          arn,
          ...placeOf(arn),
          name: textField(data, 'StackName') ?? '',
          role: textField(data, 'RoleARN'),
          status: textField(data, 'StackStatus') ?? '',
        },
      ];
    }),
    problems: [],
  }),
};
