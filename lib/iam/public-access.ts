// S3's RestrictPublicBuckets: a public bucket policy lets nobody in from outside, not even those it names.
import type { Doubts } from './doubt';
import type { Env } from './env';
import type { Policies, Policy } from './policy';
import { isPublicPolicy } from './public-policy';
import { ACCEPTED, type Refused } from './refused';
import { ruling } from './ruling';
import { and, type Tri } from './tri';

const PUBLIC_RULE = 'whether S3 takes what the bucket policy is held to for a fixed value';

/** Whether the setting keeps the request out. Services and the owner's account pass. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (read 2026-11-24) */
export function publicAccessRefusal(
  env: Env,
  policies: Policies<Policy>,
  isCrossAccount: Tri,
  doubts: Doubts,
): Refused {
  const setting = policies.restrictPublicBuckets ?? false;
  if (setting === false || env.service !== 's3' || policies.resource?.kind !== 'policy') return ACCEPTED;
  const isOutside: Tri = env.principal.kind === 'anonymous' ? 'yes' : isCrossAccount;
  if (isOutside === 'no') return ACCEPTED;
  const said = isPublicPolicy(policies.resource);
  const isPublic = said === 'unknown' ? ruling(PUBLIC_RULE, '', env, doubts) : said;
  const refused = and(and(isOutside, isPublic), setting === 'unread' ? readingOf(env) : 'yes');
  if (refused === 'no') return ACCEPTED;
  return {
    refused,
    why: 'the bucket policy is public, and the bucket lets public policies reach nobody outside',
  };
}

function readingOf(env: Env): Tri {
  const reading = env.world?.readings.get('publicAccess:0');
  if (reading === undefined) return 'unknown';
  return reading === 'deny' ? 'yes' : 'no';
}
