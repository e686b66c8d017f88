// IAM groups, from GetAccountAuthorizationDetails.
import { textField } from '../fact-index';
import { attachedArns, inlinePolicies } from '../iam-entity';
import type { Reader } from '../reader';
import type { Group } from '../resource';

/** Reads groups with their inline and attached policies; a group is never a principal. */
export const groupReader: Reader<'group'> = {
  kind: 'group',
  facts: ['iam-group'],
  read: (facts) => ({
    resources: facts.all('iam-group').map(
      ({ data, account, arn }): Group => ({
        kind: 'group',
        arn: arn ?? '',
        account,
        name: textField(data, 'GroupName') ?? '',
        inline: inlinePolicies(data, 'GroupPolicyList'),
        attached: attachedArns(data),
      }),
    ),
    problems: [],
  }),
};
