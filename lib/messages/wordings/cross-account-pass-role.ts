// A role of another account was passed to a service, which no policy can allow.
import type { Wording } from '../message';

export const crossAccountPassRole: Wording = {
  id: 'cross-account-pass-role',
  source: 'https://github.com/aws/aws-cdk/issues/28122',
  examples: [
    'Cross-account pass role is not allowed (Service: AmazonCloudFormation; Status Code: 403; Error Code: AccessDenied)',
  ],
  read(text) {
    if (!/cross-account pass role is not allowed/i.test(text)) return null;
    return { action: 'iam:PassRole', resource: /resource (arn:[^\s'")]+) is denied/.exec(text)?.[1] ?? null };
  },
};
