// CloudFormation, where it cannot put on the role that an action passes to it.
import type { Wording } from '../message';

/** The service itself is the principal: the trust policy decides. */
export const roleNotAssumable: Wording = {
  id: 'role-not-assumable',
  source: 'https://github.com/awslabs/aws-sam-codepipeline-cd/issues/22',
  examples: [
    'Role arn:aws:iam::222222222222:role/stack is invalid or cannot be assumed (Service: AmazonCloudFormation; Status Code: 400; Error Code: ValidationError)',
  ],
  read(text) {
    const resource = /Role (arn:[^\s'")]+) is invalid or cannot be assumed/.exec(text)?.[1];
    if (resource === undefined) return null;
    return { about: 'absent-or-denied', action: 'sts:AssumeRole', resource };
  },
};
