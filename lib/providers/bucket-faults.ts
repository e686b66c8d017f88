// What is wrong with a bucket that is a source or a target, as far as it was read.
import { field } from '@/lib/model/fact-index';
import type { Bucket } from '@/lib/model/resource';
import type { StructureFault } from './structure-fault';

const VERSIONING_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html';
const DEPLOY_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html';
const OWNERSHIP_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';
const PUBLIC_DOCS =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html';

/** A source bucket must be versioned: CodePipeline fetches objects by version. Never throws. */
export function sourceBucketFaults(bucket: Bucket | undefined): readonly StructureFault[] {
  if (bucket?.versioning.kind !== 'read' || bucket.versioning.value === 'Enabled') return [];
  return [
    {
      rule: 'source-bucket-not-versioned',
      sentence: `the source bucket ${bucket.name} is not versioned, and CodePipeline fetches its sources by version`,
      source: VERSIONING_DOCS,
      certain: true,
    },
  ];
}

/** A deploy bucket lies in the action's region (observed: https://github.com/aws/aws-cdk/issues/7012), and takes ACLs only where
 *  its settings allow any. Never throws. */
export function deployBucketFaults(
  bucket: Bucket | undefined,
  region: string,
  acl: string | undefined,
): readonly StructureFault[] {
  if (bucket === undefined) return [];
  const lies = bucket.region.kind === 'read' ? bucket.region.value : region;
  const ownership = bucket.ownership.kind === 'read' ? bucket.ownership.value : null;
  const block = bucket.publicAccessBlock.kind === 'read' ? bucket.publicAccessBlock.value : null;
  return [
    ...(lies === region
      ? []
      : [
          {
            rule: 'deploy-bucket-in-other-region',
            sentence: `the bucket ${bucket.name} lies in ${lies}, and the action runs in ${region}`,
            source: DEPLOY_DOCS,
            certain: true,
          },
        ]),
    ...(ownership === 'BucketOwnerEnforced' && acl !== undefined && acl !== 'bucket-owner-full-control'
      ? [
          {
            rule: 'deploy-bucket-takes-no-acl',
            sentence: `the bucket ${bucket.name} takes no ACLs, and the action sets ${acl}`,
            source: OWNERSHIP_DOCS,
            certain: true,
          },
        ]
      : []),
    ...(acl?.startsWith('public-') && field(block, 'BlockPublicAcls') === true
      ? [
          {
            rule: 'deploy-bucket-blocks-public-acl',
            sentence: `the bucket ${bucket.name} blocks public ACLs, and the action sets ${acl}`,
            source: PUBLIC_DOCS,
            certain: true,
          },
        ]
      : []),
  ];
}
