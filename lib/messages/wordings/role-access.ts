// CodePipeline, where a role cannot reach a bucket or a repository that a message names.
import type { Wording } from '../message';

const SENTENCE =
  /(?:permissions required to access the|Could not access the|role does not have permissions to access the) (?:AWS |Amazon )?(?<kind>S3 bucket|CodeCommit repository)(?: named)? [`'"]?(?<name>[\w.-]*[\w-])/;
const GETTING =
  /service role "?(?<principal>arn:[^"\s]+)"? is getting S3 access denied for the S3 bucket "?(?<name>[\w.-]*[\w-])/;

/** The sentence names neither the role nor the call. S3 answers the same where it is the key that refuses. */
export const roleAccess: Wording = {
  id: 'role-access',
  source: 'https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/1',
  examples: [
    "The service role or action role doesn't have the permissions required to access the Amazon S3 bucket named artifacts. Update the IAM role permissions, and then try again. Error: Amazon S3:AccessDenied:Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)",
    'Insufficient permissions. The provided role does not have permissions to access the S3 bucket artifacts.',
    'CodePipeline service role "arn:aws:iam::111111111111:role/service-role/hub" is getting S3 access denied for the S3 bucket "artifacts"',
    "The service role or action role doesn't have the permissions required to access the AWS CodeCommit repository named shop.",
  ],
  read(text) {
    const groups = SENTENCE.exec(text)?.groups ?? GETTING.exec(text)?.groups;
    if (groups === undefined) return null;
    const { kind = 'S3 bucket', name = '', principal = null } = groups;
    if (kind === 'CodeCommit repository') return { services: ['codecommit'] };
    return {
      principal,
      services: ['s3', 'kms'],
      resource: `arn:aws:s3:::${name}`,
      caveat: 'S3 answers the same where it is the key that refuses',
    };
  },
};
