// S3 Object Ownership: whose the objects of a bucket are, and whether access control lists grant beside its policy.
import type { Env, Reading } from './env';
import { resourceAccount } from './key-state';
import type { Policies, Policy } from './policy';
import { or, type Tri } from './tri';

/** Where access control lists are in force; they are never read, and so may allow whatever they can allow. */
export interface ObjectOwnership {
  /** Whether the object is the bucket owner's: of others' a bucket policy can only deny. `yes` where the request is for no object that
   *  is there already. */
  readonly isBucketOwners: Tri;
  readonly isOwnerOpen: boolean;
  /** Whether text of the resource that is not known tells bucket from object. */
  readonly isResourceOpen: boolean;
  /** Whether a list allows everyone, and whether it allows the requester's account. */
  readonly direct: Tri;
  readonly account: Tri;
  readonly canListsAllow: boolean;
}

/** What the permissions of an access control list come to.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html (read 2026-11-24) */
const BY_LIST: ReadonlySet<string> = new Set(
  [
    'ListBucket',
    'ListBucketVersions',
    'ListBucketMultipartUploads',
    'GetBucketAcl',
    'PutBucketAcl',
    'PutObject',
    'DeleteObject',
    'DeleteObjectVersion',
    'GetObject',
    'GetObjectVersion',
    'GetObjectTorrent',
    'GetObjectAcl',
    'GetObjectVersionAcl',
    'PutObjectAcl',
    'PutObjectVersionAcl',
  ].map((action) => `s3:${action.toLowerCase()}`),
);

/** What the bucket's owner grants whoever owns the objects: new ones, and deleting any. */
const OF_THE_BUCKET: readonly string[] = [
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion',
  's3:abortmultipartupload',
  's3:listmultipartuploadparts',
];

/** Object ownership as far as it bears on the request; null where lists are off, or the caller does not say. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-24) */
export function objectOwnershipOf(policies: Policies<Policy>, env: Env): ObjectOwnership | null {
  const setting = policies.objectOwnership ?? 'BucketOwnerEnforced';
  if (setting === 'BucketOwnerEnforced' || env.service !== 's3' || env.resource === '*') return null;
  const isOfBucket = OF_THE_BUCKET.includes(env.action) ? 'yes' : isBucket(env);
  const known = isOfBucket === 'yes' ? 'yes' : ownerKnown(policies, env);
  const isBucketOwners = known ?? said(readingOf(env, 'objectOwner'), 'nothing');
  const canListsAllow = BY_LIST.has(env.action);
  const lists = canListsAllow ? readingOf(env, 'acl') : 'nothing';
  return {
    isBucketOwners: or(isOfBucket, isBucketOwners),
    isOwnerOpen: known === null,
    isResourceOpen: isOfBucket === 'unknown',
    direct: said(lists, 'direct'),
    account: said(lists, 'account'),
    canListsAllow,
  };
}

/** Text that is not known may make it an object. */
function isBucket(env: Env): Tri {
  if (env.resource.includes('/')) return 'no';
  return env.resourcePattern === null ? 'yes' : 'unknown';
}

function ownerKnown({ objectOwner }: Policies<Policy>, env: Env): Tri | null {
  const bucketOwner = resourceAccount(env);
  if (objectOwner === undefined || bucketOwner === null) return null;
  return objectOwner === bucketOwner ? 'yes' : 'no';
}

function readingOf(env: Env, name: string): Reading | null {
  return env.world?.readings.get(`${name}:0`) ?? null;
}

function said(reading: Reading | null, wanted: Reading): Tri {
  if (reading === null) return 'unknown';
  return reading === wanted ? 'yes' : 'no';
}
