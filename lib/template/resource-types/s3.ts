// S3: buckets and their policies.
import { isJsonObject, type Json } from '@/lib/base/json';
import { factOf, keptDocument } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType, type World } from '../resource-type';

const arnOf = (self: Resource) => `arn:${self.partition}:s3:::${self.id()}`;

const bucket: ResourceType = {
  type: 'AWS::S3::Bucket',
  id: (self) => self.text('BucketName') ?? madeUpName(self, 63).toLowerCase(),
  attributes: {
    Arn: arnOf,
    DomainName: (self) => `${self.id()}.s3.amazonaws.com`,
    RegionalDomainName: (self) => `${self.id()}.s3.${self.region}.amazonaws.com`,
  },
  facts: (self, world) => {
    const about = (kind: string, source: `s3:${string}`, data: Json) =>
      factOf(self, kind, source, arnOf(self), data, 'global');
    return [
      about('bucket', 's3:ListBuckets', { Name: self.id(), BucketRegion: self.region }),
      about(
        'bucket-location',
        's3:GetBucketLocation',
        self.region === 'us-east-1' ? {} : { LocationConstraint: self.region },
      ),
      about('bucket-policy', 's3:GetBucketPolicy', policyOf(self, world)),
      about('bucket-encryption', 's3:GetBucketEncryption', encryptionOf(self)),
      about('bucket-ownership', 's3:GetBucketOwnershipControls', {
        OwnershipControls: self.property('OwnershipControls') ?? {
          Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }],
        },
      }),
      about('bucket-public-access-block', 's3:GetPublicAccessBlock', {
        PublicAccessBlockConfiguration: publicAccessBlockOf(self),
      }),
      about('bucket-versioning', 's3:GetBucketVersioning', self.property('VersioningConfiguration') ?? {}),
    ];
  },
};

const bucketPolicy = factless(
  'AWS::S3::BucketPolicy',
  'recorded as the policy of its bucket',
  (self) => self.text('Bucket') ?? '',
);

export const s3: readonly ResourceType[] = [bucket, bucketPolicy];

function policyOf(self: Resource, world: World): Json {
  const policy = world
    .ofType('AWS::S3::BucketPolicy')
    .find((one) => one.account === self.account && one.text('Bucket') === self.id());
  if (policy === undefined) return null;
  const document = keptDocument(policy.property('PolicyDocument') ?? null, self.partition);
  return { Policy: JSON.stringify(document) };
}

/** S3 encrypts with keys of its own where a bucket does not say otherwise.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html (read 2026-11-27) */
function encryptionOf(self: Resource): Json {
  const encryption = self.property('BucketEncryption');
  const rules = isJsonObject(encryption ?? null)
    ? (encryption as { readonly [key: string]: Json }).ServerSideEncryptionConfiguration
    : undefined;
  const list: readonly Json[] = Array.isArray(rules)
    ? (rules as readonly Json[])
    : [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }];
  return {
    ServerSideEncryptionConfiguration: {
      Rules: list.map((rule) => {
        const { ServerSideEncryptionByDefault: byDefault = {}, BucketKeyEnabled: bucketKey = false } =
          isJsonObject(rule) ? rule : {};
        return { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: bucketKey };
      }),
    },
  };
}

/** New buckets block public access, whatever their template leaves out.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html (read 2026-11-27) */
function publicAccessBlockOf(self: Resource): Json {
  const block = self.property('PublicAccessBlockConfiguration');
  const isSet = isJsonObject(block ?? null);
  const flags = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
  return Object.fromEntries(
    flags.map((flag) => [flag, isSet ? ((block as { readonly [key: string]: Json })[flag] ?? false) : true]),
  );
}
