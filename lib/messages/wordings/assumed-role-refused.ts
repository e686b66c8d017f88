// CodePipeline, where a role that it was given cannot be put on.
import type { Wording } from '../message';

/** Quoted by users; AWS adds that a role made a moment ago may not be known everywhere yet. */
export const assumedRoleRefused: Wording = {
  id: 'assumed-role-refused',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
  examples: [
    "The provided role cannot be assumed: 'Access denied when attempting to assume the role 'arn:aws:iam::222222222222:role/deploy''",
  ],
  read(text) {
    const match =
      /(?:provided role cannot be assumed|attempting to assume the role).*?(?<resource>arn:[^\s'")]+)/.exec(
        text,
      );
    if (match === null && !/provided role cannot be assumed/.test(text)) return null;
    return {
      action: 'sts:AssumeRole',
      resource: match?.groups?.resource ?? null,
      caveat: 'a role that was made moments before is refused in the same words',
    };
  },
};
