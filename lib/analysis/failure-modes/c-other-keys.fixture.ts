// Test support: keys that differ from those of the store: of the bucket, of a build's project.
import type { Json } from '@/lib/base/json';
import { allow, DEV, document, HUB, keyArn, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_IDENTITY, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { changed, type RegisterEntry, refused } from './entry.fixture';

const ENCRYPTION = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html';
const PROJECT = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html';

/** A build whose output goes into the store; `account`: where it runs. */
function building(account: string, encryptionKey: string | null, gap = false): Snapshot {
  const arn = `arn:aws:codebuild:us-east-1:${account}:project/shop`;
  const builder = `arn:aws:iam::${account}:role/builder`;
  const starter = `arn:aws:iam::${account}:role/starter`;
  const all = document({ Effect: 'Allow', Principal: { AWS: [HUB, DEV, PROD] }, Action: '*', Resource: '*' });
  const fact = (kind: string, source: Fact['source'], about: string, data: Json): Fact => ({
    kind,
    source,
    account: kind === 'build-project' ? account : HUB,
    region: 'us-east-1',
    arn: about,
    data,
  });
  const project = {
    name: 'shop',
    arn,
    serviceRole: builder,
    encryptionKey,
    source: { type: 'CODEPIPELINE' },
    artifacts: { type: 'CODEPIPELINE' },
  };
  return changed(
    {
      use1BucketPolicy: document({
        Effect: 'Allow',
        Principal: { AWS: [DEV, PROD] },
        Action: 's3:*',
        Resource: '*',
      }),
      pipelineIdentity: [allow('sts:AssumeRole', starter), ...PIPELINE_IDENTITY],
      extra: [
        role(account, 'starter', trust({ AWS: PIPELINE_ROLE }), allow('*', '*')),
        role(account, 'builder', trust({ Service: 'codebuild.amazonaws.com' }), allow('*', '*')),
        fact('key-policy', 'kms:GetKeyPolicy', keyArn('us-east-1'), { Policy: JSON.stringify(all) }),
        ...(gap ? [] : [fact('build-project', 'codebuild:BatchGetProjects', arn, project)]),
      ],
      devAction: {
        name: 'Build',
        type: ['Build', 'AWS', 'CodeBuild'],
        roleArn: starter,
        configuration: { ProjectName: 'shop' },
        outputs: ['built'],
      },
    },
    gap ? [refused('codebuild:BatchGetProjects', account, arn, 'us-east-1')] : [],
  );
}

export const OTHER_KEYS: readonly RegisterEntry[] = [
  {
    id: 'bucket-default-key-differs-from-pipeline-key',
    what: 'A bucket encrypts with a key of its own, and the store that uses it names no key.',
    sources: [
      ENCRYPTION,
      'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ArtifactStore.html',
    ],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'store-key-is-not-the-buckets',
      says: /the bucket artifacts-us-east-1 encrypts with .* by default, and the store names no key/,
      isWarning: true,
    },
    fires: unkeyed(keyArn('us-east-1')),
    silent: unkeyed(null),
    cannotTell: unkeyed('refused'),
  },
  {
    id: 'codebuild-project-key-mismatch',
    what: 'A build encrypts what it makes with another key than that of the store.',
    sources: [PROJECT, 'https://github.com/aws/aws-cdk/issues/4033'],
    as: {
      kind: 'fault',
      at: 'Dev/Build',
      rule: 'build-key-is-not-the-stores',
      says: /the project shop encrypts what it makes with aws\/s3, not with the key of the store/,
      isWarning: true,
    },
    fires: building(HUB, null),
    silent: building(HUB, keyArn('us-east-1')),
    cannotTell: building(HUB, null, true),
  },
  {
    id: 'codebuild-cross-account-output',
    what: 'A build in another account encrypts what it makes with a key that only its own account can use.',
    sources: ['https://github.com/aws/aws-cdk/issues/4169', PROJECT],
    as: {
      kind: 'fault',
      at: 'Dev/Build',
      rule: 'build-output-not-shareable',
      says: /the project shop encrypts what it makes with aws\/s3 of 222222222222, which no other account can use/,
      isWarning: true,
    },
    fires: building(DEV, null),
    silent: building(DEV, keyArn('us-east-1')),
    cannotTell: building(DEV, null, true),
  },
];

/** The store of the pipeline's region names no key; its bucket has one by default, none, or nobody read it. */
function unkeyed(key: string | 'refused' | null): Snapshot {
  const bucket = 'arn:aws:s3:::artifacts-us-east-1';
  const fact: Fact = {
    kind: 'bucket-encryption',
    source: 's3:GetBucketEncryption',
    account: HUB,
    region: 'global',
    arn: bucket,
    data: {
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault:
              key === null ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
          },
        ],
      },
    },
  };
  return changed(
    {
      artifacts: { artifactStore: { type: 'S3', location: 'artifacts-us-east-1' } },
      prodAction: { region: 'us-east-1' },
      without: (one) => key === 'refused' && one.kind === fact.kind && one.arn === bucket,
      extra: key === 'refused' ? [] : [fact],
    },
    key === 'refused' ? [refused('s3:GetBucketEncryption', HUB, bucket)] : [],
  );
}
