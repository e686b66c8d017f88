// Reads the buckets that pipelines name, in whichever account they lie: where, under which policy and key.
import {
  type Bucket,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  type ListBucketsCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { plainJson } from '@/lib/aws/plain-json';
import { type Asking, call, collector } from '../collector';
import { bucketRegion, bucketsOfPipelines } from '../pipeline-references';

interface OfBucket {
  readonly Bucket: string;
}
const listBuckets = call(
  's3:ListBuckets',
  (s3: S3Client, input: ListBucketsCommandInput) => s3.send(new ListBucketsCommand(input)),
  's3:ListAllMyBuckets',
);
const getBucketLocation = call('s3:GetBucketLocation', (s3: S3Client, input: OfBucket) =>
  s3.send(new GetBucketLocationCommand(input)),
);
const getBucketPolicy = call('s3:GetBucketPolicy', (s3: S3Client, input: OfBucket) =>
  s3.send(new GetBucketPolicyCommand(input)),
);
const getBucketEncryption = call(
  's3:GetBucketEncryption',
  (s3: S3Client, input: OfBucket) => s3.send(new GetBucketEncryptionCommand(input)),
  's3:GetEncryptionConfiguration',
);
const getBucketOwnershipControls = call('s3:GetBucketOwnershipControls', (s3: S3Client, input: OfBucket) =>
  s3.send(new GetBucketOwnershipControlsCommand(input)),
);
const getPublicAccessBlock = call(
  's3:GetPublicAccessBlock',
  (s3: S3Client, input: OfBucket) => s3.send(new GetPublicAccessBlockCommand(input)),
  's3:GetBucketPublicAccessBlock',
);
const getNotifications = call(
  's3:GetBucketNotificationConfiguration',
  (s3: S3Client, input: OfBucket) => s3.send(new GetBucketNotificationConfigurationCommand(input)),
  's3:GetBucketNotification',
);
const getLifecycle = call(
  's3:GetBucketLifecycleConfiguration',
  (s3: S3Client, input: OfBucket) => s3.send(new GetBucketLifecycleConfigurationCommand(input)),
  's3:GetLifecycleConfiguration',
);
const getBucketVersioning = call('s3:GetBucketVersioning', (s3: S3Client, input: OfBucket) =>
  s3.send(new GetBucketVersioningCommand(input)),
);

const ASPECTS = [
  { kind: 'bucket-policy', source: getBucketPolicy },
  { kind: 'bucket-encryption', source: getBucketEncryption },
  { kind: 'bucket-ownership', source: getBucketOwnershipControls },
  { kind: 'bucket-public-access-block', source: getPublicAccessBlock },
  { kind: 'bucket-versioning', source: getBucketVersioning },
  { kind: 'bucket-notification', source: getNotifications },
  { kind: 'bucket-lifecycle', source: getLifecycle },
] as const;

/** Facts that begin with `bucket`. A bucket that nobody set a policy on has a `bucket-policy` of null. */
export const s3 = collector({
  service: 's3',
  scope: 'account',
  phase: 2,
  client: (config) => new S3Client({ ...config, followRegionRedirects: true }),
  calls: [listBuckets, getBucketLocation, ...ASPECTS.map(({ source }) => source)],
  async collect(asking) {
    if (!(await asking.hasPipelines())) return;
    const list = asking.pages(listBuckets, { MaxBuckets }, ({ ContinuationToken }) =>
      ContinuationToken ? { MaxBuckets, ContinuationToken } : undefined,
    );
    for await (const { Buckets } of list) {
      // Of a bucket elsewhere a pipeline says no account: only its owner's list shows whose it is.
      const names = (Buckets ?? []).flatMap(({ Name }) => Name ?? []);
      const wanted = bucketsOfPipelines([...asking.known, ...(await asking.naming(names))]);
      for (const bucket of Buckets ?? []) {
        if (bucket.Name !== undefined && wanted.has(bucket.Name))
          await collectBucket(asking, bucket, bucket.Name);
      }
    }
  },
});

/** Asked for in pages, S3 also tells the region of every bucket.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html (read 2026-11-24) */
const MaxBuckets = 1000;

async function collectBucket(asking: Asking<S3Client>, bucket: Bucket, name: string): Promise<void> {
  const { ask, note, partition } = asking;
  const arn = `arn:${partition}:s3:::${name}`;
  note({ kind: 'bucket', source: listBuckets, arn, data: bucket });
  const told = bucket.BucketRegion === undefined ? {} : { region: bucket.BucketRegion };
  const location = await ask(getBucketLocation, { Bucket: name }, { scope: arn, ...told });
  if (location === 'absent') return;
  if (location !== 'gap') note({ kind: 'bucket-location', source: getBucketLocation, arn, data: location });
  // Only the endpoint of the bucket's own region answers without a redirect.
  const about = {
    scope: arn,
    ...(location === 'gap' ? told : { region: bucketRegion(plainJson(location)) }),
  };
  for (const { kind, source } of ASPECTS) {
    const answer = await ask<OfBucket, object>(source, { Bucket: name }, about);
    if (answer !== 'gap') note({ kind, source, arn, data: answer === 'absent' ? null : answer });
  }
}
