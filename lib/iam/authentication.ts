// Who can ask at all: principals of the resource's own partition, and where a service lets them, those who sign nothing.
import type { Doubts } from './doubt';
import type { Env } from './env';
import { partitionOf } from './named-principal';
import { ACCEPTED, type Refused } from './refused';
import { ruling } from './ruling';
import { not } from './tri';

/** Services that answer some requests that nobody signed. AWS has no list of them all; "they are the exception to the rule".
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/intro-structure.html (read 2026-11-27) */
const ANSWER_ANYBODY: ReadonlySet<string> = new Set(['s3', 'sns', 'sqs', 'sts', 'kms', 'execute-api', 'es']);
const UNSIGNED_RULE = 'whether the service answers requests that nobody signed';

/** Whether the request comes from nobody whom the service hears. What STS and KMS make of such callers their own rules say. Never throws.
 *  @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html (read 2026-11-27): "You
 *  cannot use IAM credentials from one partition to interact with resources in a different partition" */
export function authenticationRefusal(env: Env, doubts: Doubts): Refused {
  const { principal, service } = env;
  if (principal.kind === 'anonymous') {
    if (ANSWER_ANYBODY.has(service)) return ACCEPTED;
    return {
      refused: not(ruling(UNSIGNED_RULE, '', env, doubts)),
      why: 'the service may answer no anonymous request',
    };
  }
  if (!('account' in principal)) return ACCEPTED;
  const own = principal.kind === 'root' ? principal.partition : partitionOf(principal.arn);
  const other = env.resource === '*' ? undefined : partitionOf(env.resource);
  if (own === undefined || other === undefined || own === other || /[*?]/.test(other)) return ACCEPTED;
  return { refused: 'yes', why: 'the credentials of one partition are of no use in another' };
}
