// Test support: who may use the bucket of a store, as its policy and the roles' own policies say.
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, PROD } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_IDENTITY, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { changed, iamRefused, type RegisterEntry, refused } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const ROLE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html';
const ENCRYPTION = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html';
const TROUBLE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html';
const S3_RESOURCES =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-resources-for-iam-policies';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const USE1 = 'arn:aws:s3:::artifacts-us-east-1';

export const policyRefused = (bucket: string): Snapshot =>
  changed({ without: (fact) => fact.arn === bucket && fact.kind === 'bucket-policy' }, [
    refused('s3:GetBucketPolicy', HUB, bucket),
  ]);
const reads = { kind: 'need', at: 'Prod/Deploy-Prod', hop: 'reads', need: 's3:GetObject' } as const;
const writes = { kind: 'need', at: 'Source/Fetch', hop: 'writes', need: 's3:PutObject' } as const;
const letIn = (Resource: Json, Principal: Json = { AWS: PROD_ROLE }): Json => ({
  Effect: 'Allow',
  Principal,
  Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
  Resource,
});
const readers = letIn([USE2, `${USE2}/*`]);
const use2 = (...statements: readonly Json[]) => changed({ use2BucketPolicy: document(...statements) });
/** A deny on the store of the pipeline’s region, beside what lets the roles in. */
const denied = (Action: Json, Condition: Json, Principal: Json = '*') => ({
  Effect: 'Deny',
  Principal,
  Action,
  Resource: [`${USE1}/*`, USE1],
  Condition,
});
const use1 = (...statements: readonly Json[]) =>
  changed({
    use1BucketPolicy: document(letIn([USE1, `${USE1}/*`], { AWS: [DEV_ROLE, PROD_ROLE] }), ...statements),
  });
const prod = (s3: Json) => changed({ prodIdentity: [s3, ...deployIdentity(PROD).slice(1)] });
const pipelineS3 = (...s3: readonly Json[]) =>
  changed({
    pipelineIdentity: [
      ...PIPELINE_IDENTITY.slice(0, 1),
      allow('s3:*', ['arn:aws:s3:::drop', 'arn:aws:s3:::drop/*']),
      ...s3,
      ...PIPELINE_IDENTITY.slice(2),
    ],
  });

export const BUCKETS: readonly RegisterEntry[] = [
  {
    id: 'resource-account-condition-excludes-bucket',
    what: 'A role’s own policy allows only buckets of its own account, and the store belongs to another.',
    sources: [
      ROLE,
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html',
    ],
    as: {
      ...reads,
      says: /deploy cannot read artifacts-us-east-2: its own policies do not allow s3:GetObject/,
    },
    fires: prod(
      allow(['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'], '*', {
        StringEquals: { 'aws:ResourceAccount': PROD },
      }),
    ),
    silent: prod(
      allow(['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'], '*', {
        StringEquals: { 'aws:ResourceAccount': HUB },
      }),
    ),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'bucket-policy-missing-cross-account-role',
    what: 'The bucket policy of a store does not let the role of another account in.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/1', CROSS],
    as: {
      ...reads,
      says: /deploy cannot read artifacts-us-east-2: .* has no bucket policy on it, and another account needs one/,
    },
    fires: changed({ use2BucketPolicy: null }),
    cannotTell: policyRefused(USE2),
  },
  {
    id: 'cross-account-role-identity-missing-s3',
    what: 'The bucket policy lets an account in, but the role there has no permission of its own.',
    sources: ['https://github.com/aws/aws-cdk/pull/6594', CROSS],
    as: { ...reads, says: /its own policies do not allow s3:GetObject/ },
    fires: changed({
      use2BucketPolicy: document(letIn([USE2, `${USE2}/*`], { AWS: `arn:aws:iam::${PROD}:root` })),
      prodIdentity: deployIdentity(PROD).slice(1),
    }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'wrong-region-bucket-in-policy',
    what: 'The policies of a role, or a bucket policy, name only the store of the pipeline’s own region.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/11'],
    as: { ...reads, says: /cannot read artifacts-us-east-2: its own policies do not allow s3:GetObject/ },
    fires: prod(allow('s3:Get*', [USE1, `${USE1}/*`])),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'replication-failed-pipeline-role',
    what: 'The pipeline role may not copy an artifact into the store of another region.',
    sources: [
      'https://github.com/awslabs/aws-deployment-framework/issues/756',
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html',
    ],
    as: {
      ...reads,
      hop: 'replicates',
      need: 's3:PutObject',
      says: /shop-pipeline cannot replicate .*artifacts-us-east-2: its own policies do not allow s3:PutObject/,
    },
    fires: pipelineS3(allow('s3:*', [USE1, `${USE1}/*`])),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'bucket-deny-unencrypted-uploads',
    what: 'A bucket policy denies uploads that are not encrypted as it wants.',
    sources: [ENCRYPTION],
    as: { ...writes, says: /bucket policy of artifacts-us-east-1 .* denies it/ },
    fires: use1(denied('s3:PutObject', { StringNotEquals: { 's3:x-amz-server-side-encryption': 'AES256' } })),
    silent: use1(
      denied('s3:PutObject', { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }),
    ),
    cannotTell: policyRefused(USE1),
  },
  {
    id: 'bucket-deny-wrong-kms-key',
    what: 'A bucket policy denies uploads with another key than the one that it names.',
    sources: ['https://github.com/awslabs/aws-deployment-framework', ENCRYPTION],
    as: { ...writes, says: /bucket policy of artifacts-us-east-1 .* denies it/ },
    fires: use1(
      denied('s3:PutObject', {
        StringNotEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': `arn:aws:kms:us-east-1:${HUB}:key/another`,
        },
      }),
    ),
    silent: use1(
      denied('s3:PutObject', {
        StringNotEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': `arn:aws:kms:us-east-1:${HUB}:key/artifacts-us-east-1`,
        },
      }),
    ),
    cannotTell: policyRefused(USE1),
  },
  {
    id: 'bucket-deny-secure-transport',
    what: 'A bucket policy denies encrypted transport, where it meant the contrary.',
    sources: [ENCRYPTION],
    as: { ...writes, says: /bucket policy of artifacts-us-east-1 .* denies it/ },
    fires: use1(denied('s3:*', { Bool: { 'aws:SecureTransport': 'true' } })),
    silent: use1(denied('s3:*', { Bool: { 'aws:SecureTransport': 'false' } })),
    cannotTell: policyRefused(USE1),
  },
  {
    id: 'bucket-deny-vpc-endpoint',
    what: 'A bucket policy denies all that does not come through an endpoint of a VPC, as CodePipeline never does.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/vpc-support.html',
    ],
    as: { ...writes, says: /bucket policy of artifacts-us-east-1 .* denies it/ },
    fires: use1(denied('s3:*', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })),
    silent: use1(
      denied('s3:*', {
        StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' },
        Bool: { 'aws:SecureTransport': 'false' },
      }),
    ),
    cannotTell: policyRefused(USE1),
  },
  {
    id: 'bucket-deny-not-in-allow-list',
    what: 'A bucket policy denies everybody whose id is not in its list, and the role is not in it.',
    sources: [`${TROUBLE}#troubleshooting-S3-access-denied-list`],
    as: { ...writes, says: /bucket policy of artifacts-us-east-1 .* denies it/ },
    fires: use1(denied('s3:*', { StringNotLike: { 'aws:userid': ['AROAANOTHER:*'] } })),
    silent: use1(
      denied('s3:PutObject', { StringNotLike: { 'aws:userid': ['AROAANOTHER:*', 'AROASHOP-PIPELINE:*'] } }),
    ),
    cannotTell: policyRefused(USE1),
  },
  {
    id: 'bucket-policy-orphaned-principal',
    what: 'A bucket policy names the id of a role that was deleted.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
    as: {
      ...reads,
      says: /the bucket policy in .* names AROAOLDDEPLOYROLE, the id of a principal that was deleted/,
    },
    fires: use2(letIn([USE2, `${USE2}/*`], { AWS: 'AROAOLDDEPLOYROLE' })),
    silent: use2(readers),
    cannotTell: policyRefused(USE2),
  },
  {
    id: 'get-bucket-versioning-missing',
    what: 'A role may not look whether the source bucket is versioned.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/1', ROLE],
    as: {
      kind: 'need',
      at: 'Source/Fetch',
      hop: 'reads',
      need: 's3:GetBucketVersioning',
      says: /shop-pipeline cannot read drop: its own policies do not allow s3:GetBucketVersioning/,
    },
    fires: changed({
      pipelineIdentity: [
        allow('s3:GetObject*', 'arn:aws:s3:::drop/*'),
        allow('s3:*', ['arn:aws:s3:::artifacts-*']),
        ...PIPELINE_IDENTITY.filter((_, index) => index !== 1),
      ],
    }),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'list-bucket-missing',
    what: 'A role may not list the store, which turns “not found” into “access denied”.',
    sources: [`${TROUBLE}#troubleshooting-S3-access-denied-list`],
    as: { ...reads, need: 's3:ListBucket', isOptional: true },
    fires: prod(allow(['s3:GetObject*', 's3:GetBucket*'], ['arn:aws:s3:::artifacts-*'])),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'bucket-object-arn-mixup',
    what: 'A policy allows to read objects on the ARN of the bucket, or the other way round.',
    sources: [S3_RESOURCES],
    as: { ...reads, says: /its own policies do not allow s3:GetObject/ },
    fires: prod(allow(['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'], [USE1, USE2])),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'artifact-prefix-policy-truncation',
    what: 'A policy allows only the prefix of the pipeline’s whole name, and CodePipeline cuts it to 20 characters.',
    sources: [`${TROUBLE}#troubleshooting-truncated-artifacts`],
    // AWS does not say where exactly it cuts.
    as: { ...reads, verdict: 'depends', says: /Depends on text that is known only when the pipeline runs/ },
    fires: changed({
      name: 'shop-with-a-very-long-name',
      prodIdentity: [
        allow(['s3:GetObject*'], 'arn:aws:s3:::artifacts-us-east-2/shop-with-a-very-long-name/*'),
        ...deployIdentity(PROD).slice(1),
      ],
    }),
    silent: changed({
      name: 'shop-with-a-very-long-name',
      prodIdentity: [
        allow(['s3:GetObject*'], 'arn:aws:s3:::artifacts-us-east-2/shop-with-a-very-lon*'),
        ...deployIdentity(PROD).slice(1),
      ],
    }),
    cannotTell: iamRefused(PROD),
  },
];
