// What is wrong with a bucket that is a source or a target, as far as it was read.
import { field } from '@/lib/model/fact-index';
import type { Inventory } from '@/lib/model/inventory';
import type { Bucket } from '@/lib/model/resource';
import { type AccountId, type Arn, arnName, type Region } from '@/lib/names/arn';
import type { StructureFault } from './structure-fault';
import type { Unread } from './unread';

const VERSIONING_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html';
const DEPLOY_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html';
const OWNERSHIP_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';
const PUBLIC_DOCS =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html';

const MISSING_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html';

/** A property of a bucket that was not read, and the call that would have told. Never throws. */
export function readingOf({ arn, account, name }: Bucket, call: string): Unread {
  return { arn, account, region: null, call, what: `the bucket ${name}` };
}

/** A bucket that an action names must exist. Never throws. */
export function missingBucketFaults(inventory: Inventory, bucket: Arn): readonly StructureFault[] {
  return inventory.absent.has(bucket)
    ? [
        {
          rule: 'bucket-missing',
          sentence: `there is no bucket ${arnName(bucket)}`,
          source: MISSING_DOCS,
          certain: true,
        },
      ]
    : [];
}

/** A source bucket must be versioned: CodePipeline fetches objects by version. Never throws. */
export function sourceBucketFaults(bucket: Bucket | undefined): readonly StructureFault[] {
  if (bucket === undefined) return [];
  if (bucket.versioning.kind === 'unread')
    return [
      {
        rule: 'source-bucket-not-versioned',
        sentence: `whether the source bucket ${bucket.name} is versioned was not read`,
        source: VERSIONING_DOCS,
        certain: false,
        leavesOpen: true,
        unread: readingOf(bucket, 's3:GetBucketVersioning'),
      },
    ];
  if (bucket.versioning.value === 'Enabled') return [];
  return [
    {
      rule: 'source-bucket-not-versioned',
      sentence: `the source bucket ${bucket.name} is not versioned, and CodePipeline fetches its sources by version`,
      source: VERSIONING_DOCS,
      certain: true,
      curedIn: bucket.account,
    },
  ];
}

interface Deployment {
  /** The account of the role that uploads. */
  readonly account: AccountId;
  /** The region in which the action runs. */
  readonly region: Region;
  /** The canned ACL of the configuration. */
  readonly acl: string | undefined;
}

/** A deploy bucket lies in the action's region (observed: https://github.com/aws/aws-cdk/issues/7012), and takes ACLs only where
 *  its settings allow any. Never throws. */
export function deployBucketFaults(
  bucket: Bucket | undefined,
  { account, region, acl }: Deployment,
): readonly StructureFault[] {
  if (bucket === undefined) return [];
  return [
    ...regionFaults(bucket, region),
    ...aclFaults(bucket, acl),
    ...(bucket.account === account ? [] : foreignObjectFaults(bucket, account, acl)),
  ];
}

/** Objects belong to the account that uploads them, unless the bucket enforces its owner, or prefers its owner and the upload says
 *  bucket-owner-full-control. With that ACL the bucket's account may do everything with them all the same.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-27) */
function foreignObjectFaults(
  bucket: Bucket,
  account: AccountId,
  acl: string | undefined,
): readonly StructureFault[] {
  if (acl === 'bucket-owner-full-control') return [];
  const fault = { rule: 'deployed-objects-stay-foreign', source: OWNERSHIP_DOCS, certain: false };
  if (bucket.ownership.kind === 'unread')
    return [
      {
        ...fault,
        sentence: `whether the files in the bucket ${bucket.name} come to belong to its own account ${bucket.account} was not read`,
        unread: readingOf(bucket, 's3:GetBucketOwnershipControls'),
      },
    ];
  if (bucket.ownership.value === 'BucketOwnerEnforced') return [];
  const sentence = `the files in the bucket ${bucket.name} of ${bucket.account} go on belonging to ${account}, whose role uploads them`;
  return [{ ...fault, sentence }];
}

function regionFaults(bucket: Bucket, region: string): readonly StructureFault[] {
  const rule = 'deploy-bucket-in-other-region';
  if (bucket.region.kind === 'unread')
    return [
      {
        rule,
        sentence: `whether the bucket ${bucket.name} lies in ${region}, where the action runs, was not read`,
        source: DEPLOY_DOCS,
        certain: false,
        leavesOpen: true,
        unread: readingOf(bucket, 's3:GetBucketLocation'),
      },
    ];
  if (bucket.region.value === region) return [];
  const sentence = `the bucket ${bucket.name} lies in ${bucket.region.value}, and the action runs in ${region}`;
  return [{ rule, sentence, source: DEPLOY_DOCS, certain: true }];
}

function aclFaults(bucket: Bucket, acl: string | undefined): readonly StructureFault[] {
  if (acl === undefined || acl === 'bucket-owner-full-control') return [];
  if (acl.includes('#{'))
    return bucket.ownership.kind === 'read' && bucket.ownership.value !== 'BucketOwnerEnforced'
      ? []
      : [
          {
            rule: 'deploy-bucket-takes-no-acl',
            sentence: `whether the bucket ${bucket.name} takes the ACL \`${acl}\` is known only when the pipeline runs`,
            source: OWNERSHIP_DOCS,
            certain: false,
            leavesOpen: true,
            unread: true,
          },
        ];
  return [...ownershipFaults(bucket, acl), ...(acl.startsWith('public-') ? publicFaults(bucket, acl) : [])];
}

function ownershipFaults(bucket: Bucket, acl: string): readonly StructureFault[] {
  const rule = 'deploy-bucket-takes-no-acl';
  if (bucket.ownership.kind === 'unread')
    return [
      {
        rule,
        sentence: `whether the bucket ${bucket.name} takes the ACL ${acl} that the action sets was not read`,
        source: OWNERSHIP_DOCS,
        certain: false,
        leavesOpen: true,
        unread: readingOf(bucket, 's3:GetBucketOwnershipControls'),
      },
    ];
  if (bucket.ownership.value !== 'BucketOwnerEnforced') return [];
  const sentence = `the bucket ${bucket.name} takes no ACLs, and the action sets ${acl}`;
  return [{ rule, sentence, source: OWNERSHIP_DOCS, certain: true }];
}

/** The account may block public ACLs too, which is not read: only a yes of the bucket is certain. */
function publicFaults(bucket: Bucket, acl: string): readonly StructureFault[] {
  const rule = 'deploy-bucket-blocks-public-acl';
  if (bucket.publicAccessBlock.kind === 'unread')
    return [
      {
        rule,
        sentence: `whether the bucket ${bucket.name} blocks the public ACL that the action sets was not read`,
        source: PUBLIC_DOCS,
        certain: false,
        leavesOpen: true,
        unread: readingOf(bucket, 's3:GetPublicAccessBlock'),
      },
    ];
  if (field(bucket.publicAccessBlock.value, 'BlockPublicAcls') !== true) return [];
  const sentence = `the bucket ${bucket.name} blocks public ACLs, and the action sets ${acl}`;
  return [{ rule, sentence, source: PUBLIC_DOCS, certain: true }];
}
