// What is wrong with the bucket of a store itself, as far as it was read.
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore, Bucket, Pipeline } from '@/lib/model/resource';
import type { AccountId, Arn } from '@/lib/names/arn';
import { readingOf } from '@/lib/providers/bucket-faults';
import { takesOver } from './artifact-owner';
import type { StructureFault } from './hop';

const STORE_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-reg-1';
const FOREIGN_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-ec2-deploy.html';
const KEY_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ArtifactStore.html';
const OWNERSHIP_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';

/** A store's bucket must exist and lie in the store's region. Never throws. */
export function storeFaults(
  inventory: Inventory,
  pipeline: Pipeline,
  store: ArtifactStore,
  bucket: Arn,
): readonly StructureFault[] {
  if (inventory.absent.has(bucket))
    return [
      {
        rule: 'store-missing',
        sentence: `the store of ${store.region} is the bucket ${store.bucket}, which does not exist`,
        source: STORE_DOCS,
        certain: true,
      },
    ];
  const found = inventory.buckets.get(bucket);
  if (found === undefined) return [];
  if (found.region.kind === 'unread')
    return [
      {
        rule: 'store-in-other-region',
        sentence: `whether the bucket ${store.bucket} lies in ${store.region} was not read`,
        source: STORE_DOCS,
        certain: false,
        leavesOpen: true,
        unread: readingOf(found, 's3:GetBucketLocation'),
      },
    ];
  return [
    ...foreignFaults(pipeline, found),
    ...placeFaults(store, found.region.value),
    ...defaultKeyFaults(store, found),
  ];
}

/** AWS advises to make sure that it is an account one can depend on. Its own policies for service roles shut such a bucket out.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-ec2-deploy.html (read 2026-11-27) */
function foreignFaults(pipeline: Pipeline, { name, account }: Bucket): readonly StructureFault[] {
  if (account === pipeline.account) return [];
  return [
    {
      rule: 'store-of-other-account',
      sentence: `the store ${name} belongs to ${account}, not to the pipeline's account: whoever may read it there reads the artifacts`,
      source: FOREIGN_DOCS,
      certain: false,
    },
  ];
}

/** Where a store names no key, CodePipeline asks for the default key for Amazon S3, whatever the bucket's own default is.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ArtifactStore.html (read 2026-11-27) */
function defaultKeyFaults(store: ArtifactStore, bucket: Bucket): readonly StructureFault[] {
  if (store.key !== null) return [];
  const rule = 'store-key-is-not-the-buckets';
  if (bucket.defaultKey.kind === 'unread') {
    const sentence = `whether the bucket ${bucket.name} encrypts with a key of its own by default was not read`;
    const unread = readingOf(bucket, 's3:GetBucketEncryption');
    return [{ rule, sentence, source: KEY_DOCS, certain: false, unread }];
  }
  const key = bucket.defaultKey.value;
  if (key === null || key.endsWith('alias/aws/s3')) return [];
  const sentence = `the bucket ${bucket.name} encrypts with ${key} by default, and the store names no key: artifacts come under aws/s3`;
  return [{ rule, sentence, source: KEY_DOCS, certain: false }];
}

function placeFaults(store: ArtifactStore, region: string): readonly StructureFault[] {
  if (region === store.region) return [];
  return [
    {
      rule: 'store-in-other-region',
      sentence: `the store of ${store.region} is the bucket ${store.bucket}, which lies in ${region}`,
      source: STORE_DOCS,
      certain: true,
    },
  ];
}

/** What a role of another account uploads belongs to that account, unless the bucket takes all for its owner or the upload gives
 *  it away with an ACL (observed: https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/5). Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-24) */
export function ownershipFaults(
  inventory: Inventory,
  bucket: Arn,
  writer: AccountId,
  withAcl: boolean,
): readonly StructureFault[] {
  const found = inventory.buckets.get(bucket);
  if (found === undefined || found.account === writer) return [];
  const fault = (sentence: string, unread: StructureFault['unread']): readonly StructureFault[] => [
    {
      rule: 'writer-keeps-artifact',
      sentence,
      source: OWNERSHIP_DOCS,
      certain: false,
      ...(unread === undefined ? {} : { unread }),
    },
  ];
  const isTaken = takesOver(found, withAcl);
  if (isTaken === null)
    return fault(
      `whether what ${writer} puts into ${found.name} becomes ${found.account}’s was not read`,
      readingOf(found, 's3:GetBucketOwnershipControls'),
    );
  return isTaken
    ? []
    : fault(
        `what ${writer} puts into ${found.name} stays its own, and the bucket policy of ${found.account} does not reach it`,
        undefined,
      );
}
