// Makes the buckets and keys of the example: artifact stores of every region, the CI drop, the feeds, the shop's assets.
import { CreateAliasCommand, CreateKeyCommand, EnableKeyRotationCommand } from '@aws-sdk/client-kms';
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import {
  type Accounts,
  ASSETS_BUCKET,
  artifactBucket,
  bucketArn,
  CI_DROP_BUCKET,
  type CompanyRegion,
  FEED_BUCKET,
  HANDBOOK_BUCKET,
  REGIONS,
  role,
  shortRegion,
} from './company';
import {
  DELIVERIES,
  type Delivery,
  deployRoleName,
  machineRoleName,
  pipelineRoleName,
  regionsOf,
  stepsElsewhere,
  uploadRoleName,
} from './deliveries';
import type { AccountClients } from './emulator';
import { document, type Statement } from './policy';

export interface Keys {
  readonly artifacts: { readonly [region in CompanyRegion]: string };
  readonly ciDrop: string;
  readonly assets: string;
}

const READ_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
const USE_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** Makes them in the order that keys need: a bucket's policy names roles, a bucket's encryption names its key. */
export async function makeStores(
  accounts: Accounts,
  tools: AccountClients,
  prod: AccountClients,
): Promise<Keys> {
  const ciDrop = await makeKey(tools, 'us-east-1', 'ci-drop', 'Builds handed over by GitLab', [
    administrators(accounts.tools),
    keyUse('AllowCi', uploadRoles(accounts), ['kms:GenerateDataKey', 'kms:Decrypt']),
  ]);
  const assets = await makeKey(prod, 'us-east-1', 'storefront-assets', 'Assets of the web shop', [
    administrators(accounts.prod),
  ]);
  const artifacts: Record<CompanyRegion, string> = { 'us-east-1': '', 'us-east-2': '', 'eu-west-1': '' };
  for (const region of REGIONS) {
    artifacts[region] = await makeKey(
      tools,
      region,
      `artifacts-${shortRegion(region)}`,
      `Pipeline artifacts in ${region}`,
      artifactKeyPolicy(accounts, region),
    );
    const bucket = artifactBucket(region);
    await makeBucket(
      tools,
      bucket,
      region,
      artifacts[region],
      artifactBucketPolicy(accounts, bucket, region),
    );
  }
  await makeBucket(tools, CI_DROP_BUCKET, 'us-east-1', ciDrop, [onlyTls(CI_DROP_BUCKET)]);
  await makeBucket(tools, FEED_BUCKET, 'us-east-2', null, [onlyTls(FEED_BUCKET), onlyFromOffices()]);
  await tellEvents(tools, CI_DROP_BUCKET, 'us-east-1');
  await tellEvents(tools, FEED_BUCKET, 'us-east-2');
  await makeBucket(prod, ASSETS_BUCKET, 'us-east-1', assets, [onlyTls(ASSETS_BUCKET)]);
  await makeBucket(tools, HANDBOOK_BUCKET, 'us-east-1', null, [onlyTls(HANDBOOK_BUCKET)]);
  return { artifacts, ciDrop, assets };
}

function uploadRoles(accounts: Accounts): readonly string[] {
  const delivered = DELIVERIES.filter(({ source }) => source === 'ci-drop');
  return delivered.map(({ name }) => role(accounts.tools, uploadRoleName(name)));
}

function artifactKeyPolicy(accounts: Accounts, region: CompanyRegion): readonly Statement[] {
  const here = DELIVERIES.filter((delivery) => regionsOf(delivery).includes(region));
  const pipelines = here.map((delivery) => role(accounts.tools, pipelineRoleName(delivery)));
  // The slip that breaks checkout-service: when its production moved to us-east-2, nobody added the role to this key.
  const forgotten = region === 'us-east-2' ? role(accounts.prod, 'checkout-service-deploy') : null;
  const actions = actionRoles(accounts, here, region).filter((arn) => arn !== forgotten);
  return [
    administrators(accounts.tools),
    keyUse('AllowPipelines', pipelines, USE_KEY),
    keyUse('AllowActionRoles', actions, READ_KEY, {
      StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
    }),
  ];
}

function artifactBucketPolicy(
  accounts: Accounts,
  bucket: string,
  region: CompanyRegion,
): readonly Statement[] {
  const here = DELIVERIES.filter((delivery) => regionsOf(delivery).includes(region));
  const AWS = actionRoles(accounts, here, region);
  return [
    {
      Sid: 'DenyUnEncryptedObjectUploads',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/*`,
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    },
    onlyTls(bucket),
    {
      Sid: 'AllowActionRolesToRead',
      Effect: 'Allow',
      Principal: { AWS },
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: `${bucketArn(bucket)}/*`,
    },
    {
      Sid: 'AllowActionRolesToLook',
      Effect: 'Allow',
      Principal: { AWS },
      Action: ['s3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucket'],
      Resource: bucketArn(bucket),
    },
  ];
}

function actionRoles(accounts: Accounts, deliveries: readonly Delivery[], region: CompanyRegion): string[] {
  const arns = deliveries.flatMap((delivery) =>
    stepsElsewhere(delivery)
      .filter((step) => step.region === region)
      .flatMap(({ account, does }) => [
        role(accounts[account], deployRoleName(delivery)),
        // Every till fetches the release by itself.
        ...(does === 'codedeploy' ? [role(accounts[account], machineRoleName(delivery))] : []),
      ]),
  );
  return [...new Set(arns)];
}

function administrators(account: string): Statement {
  return {
    Sid: 'EnableIamPolicies',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
}

function keyUse(
  Sid: string,
  AWS: readonly string[],
  Action: readonly string[],
  Condition?: Statement['Condition'],
): Statement {
  return {
    Sid,
    Effect: 'Allow',
    Principal: { AWS },
    Action,
    Resource: '*',
    ...(Condition ? { Condition } : {}),
  };
}

function onlyTls(bucket: string): Statement {
  return {
    Sid: 'DenyInsecureConnections',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Whether CodePipeline comes from one of these addresses cannot be known beforehand. */
function onlyFromOffices(): Statement {
  return {
    Sid: 'OnlyFromWarehouses',
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:GetObject', 's3:GetObjectVersion'],
    Resource: `${bucketArn(FEED_BUCKET)}/*`,
    Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.16/28'] } },
  };
}

async function makeKey(
  { kms }: AccountClients,
  region: CompanyRegion,
  alias: string,
  Description: string,
  policy: readonly Statement[],
): Promise<string> {
  const client = kms(region);
  const { KeyMetadata } = await client.send(
    new CreateKeyCommand({ Description, Policy: document(...policy) }),
  );
  const TargetKeyId = KeyMetadata?.KeyId ?? '';
  await client.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId }));
  await client.send(new EnableKeyRotationCommand({ KeyId: TargetKeyId }));
  return KeyMetadata?.Arn ?? '';
}

/** As AWS makes buckets since 2023, and versioned, as sources must be. */
async function makeBucket(
  { s3 }: AccountClients,
  Bucket: string,
  region: CompanyRegion,
  keyArn: string | null,
  policy: readonly Statement[],
): Promise<void> {
  const client = s3(region);
  const place: { LocationConstraint: BucketLocationConstraint } | undefined =
    region === 'us-east-1' ? undefined : { LocationConstraint: region };
  await client.send(
    new CreateBucketCommand({ Bucket, ...(place ? { CreateBucketConfiguration: place } : {}) }),
  );
  await client.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  const encryption = keyArn
    ? { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: keyArn }
    : { SSEAlgorithm: 'AES256' as const };
  const Rules = [{ ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: keyArn !== null }];
  await client.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
  await client.send(
    new PutBucketOwnershipControlsCommand({
      Bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    }),
  );
  await client.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    }),
  );
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy: document(...policy) }));
}

/** Lets event rules hear of what arrives in the bucket. */
async function tellEvents({ s3 }: AccountClients, Bucket: string, region: CompanyRegion): Promise<void> {
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3(region).send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}
