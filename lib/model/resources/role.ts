// IAM roles, from GetAccountAuthorizationDetails.
import { field, listField, tagsField, textField } from '../fact-index';
import { attachedArns, inlinePolicies } from '../iam-entity';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { Role } from '../resource';

/** Reads roles with their trust policy, inline and attached policies, boundary and tags. */
export const roleReader: Reader<'role'> = {
  kind: 'role',
  facts: ['iam-role'],
  read: (facts) => ({
    resources: facts.all('iam-role').map(
      ({ data, account, arn }): Role => ({
        kind: 'role',
        arn: arn ?? '',
        account,
        name: textField(data, 'RoleName') ?? '',
        path: textField(data, 'Path') ?? '/',
        id: textField(data, 'RoleId') ?? '',
        trust: policyDocument(field(data, 'AssumeRolePolicyDocument')),
        inline: inlinePolicies(data, 'RolePolicyList'),
        attached: attachedArns(data),
        boundary: textField(data, 'PermissionsBoundary', 'PermissionsBoundaryArn'),
        instanceProfiles: listField(data, 'InstanceProfileList').flatMap(
          (one) => textField(one, 'Arn') ?? [],
        ),
        tags: tagsField(data),
        created: textField(data, 'CreateDate'),
      }),
    ),
    problems: [],
  }),
};
