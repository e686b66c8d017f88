// Stack sets whose instances pipelines make, with the roles that climb into the target accounts.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { StackSet } from '../service-resource';

/** Reads stack sets. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSet.html (read 2026-11-27) */
export const stackSetReader: Reader<'stack-set'> = {
  kind: 'stack-set',
  facts: ['stack-set'],
  read: (facts) => ({
    resources: facts.all('stack-set').flatMap(({ arn, data }): StackSet[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'stack-set',
          arn,
          ...placeOf(arn),
          name: textField(data, 'StackSetName') ?? '',
          isSelfManaged: textField(data, 'PermissionModel') !== 'SERVICE_MANAGED',
          administrationRole: textField(data, 'AdministrationRoleARN'),
          executionRoleName: textField(data, 'ExecutionRoleName'),
        },
      ];
    }),
    problems: [],
  }),
};
