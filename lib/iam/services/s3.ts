// S3: the owner's root user can always get at the bucket policy, whatever it says.
import { ORDINARY, type ServiceRules } from '../service';

const POLICY_ACTIONS: readonly string[] = [
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
];

/** The rules of S3.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html (read 2026-11-24) */
export const s3Rules: ServiceRules = {
  ...ORDINARY,
  service: 's3',
  ignoresResourceDeny: (env, isCrossAccount) =>
    env.principal.kind === 'root' && isCrossAccount === 'no' && POLICY_ACTIONS.includes(env.action),
};
