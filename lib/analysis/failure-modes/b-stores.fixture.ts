// Test support: the stores of a pipeline: where they lie, whose they are, and how artifacts pass between them.
import type { Json } from '@/lib/base/json';
import {
  allow,
  bucket,
  DEV,
  document,
  HUB,
  keyArn,
  PROD,
  role,
  stores,
  trust,
} from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, PIPELINE_IDENTITY, PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { changed, iamWithheld, type RegisterEntry, refused } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const REGIONS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html';
const OWNERSHIP = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';
const STORE = 'arn:aws:s3:::artifacts-us-east-1';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';
const DROP = 'arn:aws:s3:::drop';
const inDefinition = {
  never: 'it stands in the definition of the pipeline: without it there is nothing to judge',
};

/** The later of two facts about one thing counts. */
const about = (kind: string, arn: string, data: Json): Fact => ({
  kind,
  source: 's3:GetBucketLocation',
  account: HUB,
  region: 'global',
  arn,
  data,
});
/** A fact that is not there because its call was refused. */
const withheld = (kind: string, call: Fact['source'], arn: string, extra: readonly Fact[] = []): Snapshot =>
  changed({ extra, without: (fact) => fact.kind === kind && fact.arn === arn }, [refused(call, HUB, arn)]);

const keyForAll = document({
  Effect: 'Allow',
  Principal: { AWS: [HUB, DEV, PROD] },
  Action: 'kms:*',
  Resource: '*',
});

/** The development account makes something that the production account’s stage, or the pipeline’s own, uses. */
const builder = role(DEV, 'commands', trust({ AWS: PIPELINE_ROLE }), allow('*', '*'));
const made = (use: { readonly roleArn?: string }, ownership: string) =>
  changed({
    definition: { pipelineType: 'V2' },
    pipelineIdentity: [
      allow('sts:AssumeRole', `arn:aws:iam::${DEV}:role/commands`),
      allow('*', '*'),
      ...PIPELINE_IDENTITY,
    ],
    use1BucketPolicy: document({
      Effect: 'Allow',
      Principal: { AWS: [DEV, PROD] },
      Action: 's3:*',
      Resource: [STORE, `${STORE}/*`],
    }),
    extra: [
      builder,
      about('key-policy', keyArn('us-east-1'), { Policy: JSON.stringify(keyForAll) }),
      about('bucket-ownership', STORE, { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } }),
      ...bucket(HUB, 'target', 'us-east-1', null),
    ],
    devAction: {
      name: 'Make',
      type: ['Compute', 'AWS', 'Commands'],
      roleArn: `arn:aws:iam::${DEV}:role/commands`,
      configuration: {},
      outputs: ['made'],
    },
    more: {
      Use: [
        {
          name: 'Use',
          type: ['Deploy', 'AWS', 'S3'],
          configuration: { BucketName: 'target', Extract: 'true' },
          inputs: ['made'],
          ...use,
        },
      ],
    },
  });

/** A source of another account that uploads with an ACL. */
const foreignSource = (statements: readonly Json[]) =>
  changed({
    pipelineIdentity: [allow('sts:AssumeRole', `arn:aws:iam::${DEV}:role/source`), ...PIPELINE_IDENTITY],
    use1BucketPolicy: document({
      Effect: 'Allow',
      Principal: { AWS: [DEV_ROLE, PROD_ROLE, `arn:aws:iam::${DEV}:role/source`] },
      Action: 's3:*',
      Resource: [STORE, `${STORE}/*`],
    }),
    extra: [
      about('key-policy', keyArn('us-east-1'), { Policy: JSON.stringify(keyForAll) }),
      role(
        DEV,
        'source',
        trust({ AWS: PIPELINE_ROLE }),
        allow('codecommit:*', '*'),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('us-east-1')),
        ...statements,
      ),
    ],
    fetch: {
      type: ['Source', 'AWS', 'CodeCommit'],
      roleArn: `arn:aws:iam::${DEV}:role/source`,
      configuration: { RepositoryName: 'shop', BranchName: 'main' },
    },
  });

const publicRead = (...extra: readonly Fact[]) =>
  changed({
    use2BucketPolicy: document({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:*',
      Resource: [USE2, `${USE2}/*`],
    }),
    extra,
  });
const blocks = (RestrictPublicBuckets: boolean) =>
  about('bucket-public-access-block', USE2, { PublicAccessBlockConfiguration: { RestrictPublicBuckets } });

export const STORES: readonly RegisterEntry[] = [
  {
    id: 'artifact-bucket-wrong-region',
    what: 'The bucket of a store lies in another region than the store.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-reg-1',
    ],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'store-in-other-region',
      says: /the store of us-east-2 is the bucket artifacts-us-east-2, which lies in eu-west-1/i,
    },
    fires: changed({ extra: [about('bucket-location', USE2, { LocationConstraint: 'eu-west-1' })] }),
    cannotTell: withheld('bucket-location', 's3:GetBucketLocation', USE2),
  },
  {
    id: 'artifact-store-missing-for-region',
    what: 'An action runs in a region in which the pipeline has no store.',
    sources: [REGIONS],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'no-store-in-region',
      says: /the pipeline has no artifact store in us-east-2, where this action runs/i,
    },
    fires: changed({ artifacts: stores('us-east-1') }),
    cannotTell: inDefinition,
  },
  {
    id: 'artifact-store-region-unsupported',
    what: 'A store is in a region in which there is no CodePipeline.',
    sources: ['https://github.com/aws/aws-cdk/issues/15650'],
    because: 'cannot be known',
    reportedAs: 'not judged',
    why: 'AWS refuses such a pipeline when it is made, so that no scan ever meets one; which regions have the service changes with time',
  },
  {
    id: 'artifact-bucket-other-account',
    what: 'A store is a bucket of another account than the pipeline’s.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-ec2-deploy.html'],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'store-of-other-account',
      says: /the store artifacts-us-east-2 belongs to 222222222222, not to the pipeline's account/,
      isWarning: true,
    },
    fires: changed({
      use2BucketPolicy: document({
        Effect: 'Allow',
        Principal: { AWS: [PIPELINE_ROLE, DEV_ROLE, PROD_ROLE] },
        Action: 's3:*',
        Resource: [USE2, `${USE2}/*`],
      }),
      use2BucketOwner: DEV,
    }),
    cannotTell: changed({ without: (fact) => fact.arn === USE2 }),
  },
  {
    id: 'replication-key-wrong-region',
    what: 'The key of a store is a key of another region.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/11', REGIONS],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'key-in-other-region',
      says: /the key artifacts-us-east-1 is of us-east-1, and the artifacts of us-east-2 need one of their own region/i,
    },
    fires: changed({
      artifacts: {
        artifactStores: {
          'us-east-1': {
            type: 'S3',
            location: 'artifacts-us-east-1',
            encryptionKey: { id: keyArn('us-east-1'), type: 'KMS' },
          },
          'us-east-2': {
            type: 'S3',
            location: 'artifacts-us-east-2',
            encryptionKey: { id: keyArn('us-east-1'), type: 'KMS' },
          },
        },
      },
    }),
    cannotTell: { never: 'a key’s ARN tells its region, and stands in the definition of the pipeline' },
  },
  {
    id: 'object-ownership-cross-account-writer',
    what: 'What the role of another account puts into a store stays that account’s, and the bucket policy does not reach it.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/5', OWNERSHIP],
    as: {
      kind: 'fault',
      at: 'Dev/Make',
      rule: 'writer-keeps-artifact',
      says: /what 222222222222 puts into artifacts-us-east-1 stays its own/,
      isWarning: true,
    },
    fires: made({}, 'ObjectWriter'),
    silent: made({}, 'BucketOwnerEnforced'),
    cannotTell: (({ facts, ...rest }) => ({
      ...rest,
      facts: facts.filter((fact) => fact.kind !== 'bucket-ownership'),
      gaps: [refused('s3:GetBucketOwnershipControls', HUB, STORE)],
    }))(made({}, 'ObjectWriter')),
  },
  {
    id: 'source-action-needs-put-object-acl',
    what: 'A source of another account, or one of a connection, sets an ACL on what it uploads, and may not.',
    sources: ['https://github.com/aws/aws-cdk/issues/14156', 'https://github.com/aws/aws-cdk/issues/13733'],
    as: {
      kind: 'need',
      at: 'Source/Fetch',
      hop: 'writes',
      need: 's3:PutObjectAcl',
      says: /source cannot write .*artifacts-us-east-1: its own policies do not allow s3:PutObjectAcl/,
    },
    fires: foreignSource([allow(['s3:PutObject', 's3:GetBucket*'], '*')]),
    silent: foreignSource([allow('s3:*', '*')]),
    cannotTell: iamWithheld(foreignSource([]), DEV),
  },
  {
    id: 'third-account-artifact-handover',
    what: 'An artifact made in one account is used in a second, and neither is the pipeline’s.',
    sources: [CROSS],
    as: {
      kind: 'fault',
      at: 'Use/Use',
      rule: 'artifact-between-other-accounts',
      says: /made was made in 222222222222, and CodePipeline hands no artifact from there to 333333333333/i,
    },
    fires: made({ roleArn: PROD_ROLE }, 'BucketOwnerEnforced'),
    silent: made({}, 'BucketOwnerEnforced'),
    cannotTell: inDefinition,
  },
  {
    id: 'bucket-versioning-disabled',
    what: 'The bucket of an S3 source is not versioned.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html'],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'source-bucket-not-versioned',
      says: /the source bucket drop is not versioned/i,
    },
    fires: changed({ extra: [about('bucket-versioning', DROP, {})] }),
    cannotTell: withheld('bucket-versioning', 's3:GetBucketVersioning', DROP),
  },
  {
    id: 'public-access-block-and-public-policy',
    what: 'A bucket policy lets everybody in, and the bucket shuts other accounts out while its policy is public.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    ],
    as: {
      kind: 'need',
      at: 'Prod/Deploy-Prod',
      hop: 'reads',
      need: 's3:GetObject',
      says: /deploy cannot read artifacts-us-east-2/,
    },
    fires: publicRead(blocks(true)),
    cannotTell: publicRead(blocks(false)),
  },
];
