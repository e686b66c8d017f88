// Where access control lists of S3 may allow beside a bucket's policy: they are not read.
import type { Need } from '@/lib/graph/hop';
import type { Policies } from '@/lib/iam/policy';
import { field } from '@/lib/model/fact-index';
import type { Bucket } from '@/lib/model/resource';

export type BucketLists = Pick<Policies<never>, 'objectOwnership' | 'objectOwner'>;

/** Of a bucket whose lists allow nothing that matters, and of everything that is no bucket. */
export const NO_LISTS: BucketLists = {};

/** What the evaluator must know of lists and owners; nothing where lists are off, or can allow nothing that matters here: the uploads
 *  of pipelines themselves are private to their owner. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-24) */
export function bucketLists(bucket: Bucket | undefined, need: Need): BucketLists {
  if (bucket === undefined) return NO_LISTS;
  const setting = bucket.ownership.kind === 'unread' ? 'unread' : (bucket.ownership.value ?? 'ObjectWriter');
  const isReading = /^s3:GetObject(Version)?$/.test(need.action);
  if (setting === 'BucketOwnerEnforced') return NO_LISTS;
  const objectOwnership =
    setting === 'BucketOwnerPreferred' || setting === 'ObjectWriter' ? setting : 'unread';
  if (isReading && need.objectOwner !== undefined) {
    const isKnown = need.objectOwner !== 'not known';
    if (!isKnown && ignoresPublicLists(bucket) && isOfBucketOwner(bucket, need)) return NO_LISTS;
    return { objectOwnership, objectOwner: isKnown ? need.objectOwner : bucket.account };
  }
  return need.action === 's3:PutObject' && !isOfBucketOwner(bucket, need) ? { objectOwnership } : NO_LISTS;
}

function isOfBucketOwner({ account }: Bucket, { principal }: Need): boolean {
  return 'account' in principal && principal.account === account;
}

/** Inside one account only a list for everybody could add something.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (read 2026-11-24) */
function ignoresPublicLists({ publicAccessBlock }: Bucket): boolean {
  return publicAccessBlock.kind === 'read' && field(publicAccessBlock.value, 'IgnorePublicAcls') === true;
}
