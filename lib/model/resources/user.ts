// IAM users, from GetAccountAuthorizationDetails, and whether they have access keys.
import { listField, readFact, tagsField, textField } from '../fact-index';
import { attachedArns, inlinePolicies } from '../iam-entity';
import type { Reader } from '../reader';
import type { User } from '../resource';

/** Reads users with their inline and attached policies, groups, boundary, tags and keys. */
export const userReader: Reader<'user'> = {
  kind: 'user',
  facts: ['iam-user', 'access-keys'],
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
        accessKeys: readFact(arn === null ? undefined : facts.about('access-keys', arn), (keys) =>
          listField(keys, 'AccessKeys').map((key) => ({
            isActive: textField(key, 'Status') === 'Active',
            made: textField(key, 'CreateDate'),
          })),
        ),
      }),
    ),
    problems: [],
  }),
};
