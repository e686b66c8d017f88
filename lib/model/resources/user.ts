// IAM users, from GetAccountAuthorizationDetails.
import { listField, tagsField, textField } from '../fact-index';
import { attachedArns, inlinePolicies } from '../iam-entity';
import type { Reader } from '../reader';
import type { User } from '../resource';

/** Reads users with their inline and attached policies, groups, boundary and tags. */
export const userReader: Reader<'user'> = {
  kind: 'user',
  facts: ['iam-user'],
  read: (facts) => ({
    resources: facts.all('iam-user').map(
      ({ data, account, arn }): User => ({
        kind: 'user',
        arn: arn ?? '',
        account,
        name: textField(data, 'UserName') ?? '',
        path: textField(data, 'Path') ?? '/',
        inline: inlinePolicies(data, 'UserPolicyList'),
        attached: attachedArns(data),
        groups: listField(data, 'GroupList').flatMap((name) => (typeof name === 'string' ? name : [])),
        boundary: textField(data, 'PermissionsBoundary', 'PermissionsBoundaryArn'),
        tags: tagsField(data),
      }),
    ),
    problems: [],
  }),
};
