// AWS's walkthrough for a deployment in another account, policy by policy as AWS prints it. None of it may be called broken.
// @see https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html (read 2026-11-27)
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import {
  allow,
  bucket,
  DEV,
  document,
  HUB,
  key,
  pipeline,
  role,
  snapshotOf,
  trust,
} from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { analyze } from '../analyze';
import { inProfile } from '../checked-action.fixture';
import { SERVICE_ROLE } from './service-role.fixture';

const STORE = 'codepipeline-us-east-1-1234567890';
const OBJECTS = `arn:aws:s3:::${STORE}/*`;
const KEY = `arn:aws:kms:us-east-1:${HUB}:key/2222222-3333333-4444-556677EXAMPLE`;
const PIPELINE_ROLE = `arn:aws:iam::${HUB}:role/AWS-CodePipeline-Service`;
const CROSS = `arn:aws:iam::${DEV}:role/CrossAccount_Role`;
const GROUP = `arn:aws:codedeploy:us-east-1:${DEV}:deploymentgroup:app/group`;
const PROFILE = `arn:aws:iam::${DEV}:instance-profile/machine`;

const bucketPolicy = document(
  {
    Sid: 'DenyUnEncryptedObjectUploads',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: OBJECTS,
    Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  },
  {
    Sid: 'DenyInsecureConnections',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: OBJECTS,
    Condition: { Bool: { 'aws:SecureTransport': false } },
  },
  {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${DEV}:root` },
    Action: ['s3:Get*', 's3:Put*'],
    Resource: OBJECTS,
  },
  {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${DEV}:root` },
    Action: 's3:ListBucket',
    Resource: `arn:aws:s3:::${STORE}`,
  },
);
const USES = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];
/** As the console writes it for the users that the walkthrough chooses. */
const keyPolicy = document(
  { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HUB}:root` }, Action: 'kms:*', Resource: '*' },
  {
    Sid: 'Allow use of the key',
    Effect: 'Allow',
    Principal: { AWS: [PIPELINE_ROLE, `arn:aws:iam::${DEV}:root`] },
    Action: USES,
    Resource: '*',
  },
);
const fact = (kind: string, source: Fact['source'], arn: string, data: Json): Fact => ({
  kind,
  source,
  account: DEV,
  region: 'us-east-1',
  arn,
  data,
});

function walkthrough(changes: { readonly crossRole?: readonly Json[] } = {}) {
  const machine = role(
    DEV,
    'machine',
    trust({ Service: 'ec2.amazonaws.com' }),
    allow('s3:Get*', OBJECTS),
    allow('s3:ListBucket', `arn:aws:s3:::${STORE}`),
    allow(USES, KEY),
  );
  const facts = [
    role(
      HUB,
      'AWS-CodePipeline-Service',
      trust({ Service: 'codepipeline.amazonaws.com' }),
      ...SERVICE_ROLE,
      allow('sts:AssumeRole', [`arn:aws:iam::${DEV}:role/*`]),
    ),
    role(
      DEV,
      'CrossAccount_Role',
      trust({ AWS: `arn:aws:iam::${HUB}:root` }),
      allow(
        [
          'codedeploy:CreateDeployment',
          'codedeploy:GetDeployment',
          'codedeploy:GetDeploymentConfig',
          'codedeploy:GetApplicationRevision',
          'codedeploy:RegisterApplicationRevision',
        ],
        '*',
      ),
      allow(['s3:GetObject*', 's3:PutObject', 's3:PutObjectAcl'], OBJECTS),
      ...(changes.crossRole ?? []),
    ),
    role(
      DEV,
      'deployer',
      trust({ Service: 'codedeploy.amazonaws.com' }),
      allow(['ec2:*', 'autoscaling:*'], '*'),
    ),
    inProfile(machine, PROFILE),
    bucket(HUB, STORE, 'us-east-1', bucketPolicy),
    bucket(HUB, 'drop', 'us-east-1', null),
    key(HUB, 'us-east-1', '2222222-3333333-4444-556677EXAMPLE', keyPolicy),
    fact('deployment-group', 'codedeploy:GetDeploymentGroup', GROUP, {
      applicationName: 'app',
      deploymentGroupName: 'group',
      serviceRoleArn: `arn:aws:iam::${DEV}:role/deployer`,
      computePlatform: 'Server',
      ec2TagFilters: [{ Key: 'app', Value: 'app' }],
    }),
    fact('instances', 'ec2:DescribeInstances', GROUP, {
      Instances: [{ InstanceId: 'i-1', IamInstanceProfile: { Arn: PROFILE } }],
    }),
    pipeline(
      'MyFirstPipeline',
      PIPELINE_ROLE,
      { artifactStore: { type: 'S3', location: STORE, encryptionKey: { id: KEY, type: 'KMS' } } },
      {
        Source: [
          {
            name: 'Source',
            type: ['Source', 'AWS', 'S3'],
            configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip' },
            outputs: ['MyAppBuild'],
          },
        ],
        Staging: [
          {
            name: 'ExternalDeploy',
            type: ['Deploy', 'AWS', 'CodeDeploy'],
            configuration: { ApplicationName: 'app', DeploymentGroupName: 'group' },
            roleArn: CROSS,
            inputs: ['MyAppBuild'],
          },
        ],
      },
    ),
  ];
  return analyze(snapshotOf(facts, { read: [HUB, DEV] })).pipelines.flatMap(({ paths }) => paths);
}

describe('the walkthrough', () => {
  const states = (paths: ReturnType<typeof walkthrough>) =>
    Object.fromEntries(paths.map(({ path, state }) => [path.action, state]));

  it('is not called broken, though it gives the action role no right on the key', () => {
    expect(states(walkthrough())).toEqual({ Source: 'works', ExternalDeploy: 'unknown' });
  });

  it('works with the right on the key', () => {
    expect(states(walkthrough({ crossRole: [allow(USES, KEY)] }))).toEqual({
      Source: 'works',
      ExternalDeploy: 'works',
    });
  });
});
