import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { s3 } from './s3';

const known = [pipelineFact({ name: 'shop', artifactStore: { location: 'store' } })];
const arn = 'arn:aws:s3:::store';
const WHOLE = {
  ListBuckets: [{ Buckets: [{ Name: 'store' }, { Name: 'holiday-pictures' }] }],
  GetBucketLocation: [{ LocationConstraint: 'eu-west-1' }],
  GetBucketPolicy: [{ Policy: '{}' }],
  GetBucketEncryption: [{ ServerSideEncryptionConfiguration: { Rules: [] } }],
  GetBucketOwnershipControls: [{ OwnershipControls: { Rules: [] } }],
  GetPublicAccessBlock: [{ PublicAccessBlockConfiguration: {} }],
  GetBucketVersioning: [{ Status: 'Enabled' }],
  GetBucketNotificationConfiguration: [{ EventBridgeConfiguration: {} }],
  GetBucketLifecycleConfiguration: [awsError('NoSuchLifecycleConfiguration', 404)],
};

test('reads the buckets that pipelines name, in their own region, and no other', async () => {
  const heard = await checkCollector(s3, WHOLE, { known });
  expect(new Set(heard.facts.map((fact) => fact.arn))).toEqual(new Set([arn]));
  expect(heard.facts.map(({ kind }) => kind)).toEqual([
    'bucket',
    'bucket-location',
    'bucket-policy',
    'bucket-encryption',
    'bucket-ownership',
    'bucket-public-access-block',
    'bucket-versioning',
    'bucket-notification',
    'bucket-lifecycle',
  ]);
  expect(heard.asked.slice(2).every(({ region }) => region === 'eu-west-1')).toBe(true);
  expect(heard.asked.map(({ operation }) => `s3:${operation}`)).toEqual(s3.calls.map(({ name }) => name));
});

test('asks nothing where no pipeline names a bucket', async () => {
  expect((await checkCollector(s3, {})).asked).toEqual([]);
});

test('takes "there is none" for a fact', async () => {
  const heard = await checkCollector(
    s3,
    { ...WHOLE, GetBucketPolicy: [awsError('NoSuchBucketPolicy', 404)] },
    { known },
  );
  expect(heard.gaps).toEqual([]);
  expect(heard.facts.find(({ kind }) => kind === 'bucket-policy')?.data).toBeNull();
});

test('takes a refusal for a gap, under the permission that would cure it', async () => {
  const answers = { ...WHOLE, GetBucketEncryption: [awsError('AccessDenied', 403)] };
  const heard = await checkCollector(s3, answers, { known });
  expect(heard.facts.some(({ kind }) => kind === 'bucket-encryption')).toBe(false);
  expect(heard.gaps).toMatchObject([
    {
      source: 's3:GetBucketEncryption',
      permission: 's3:GetEncryptionConfiguration',
      scope: arn,
      cause: 'denied',
    },
  ]);
});

test('finds a bucket on the second page', async () => {
  const pages = [
    { Buckets: [{ Name: 'other' }], ContinuationToken: 'more' },
    { Buckets: [{ Name: 'store' }] },
  ];
  const heard = await checkCollector(s3, { ...WHOLE, ListBuckets: pages }, { known });
  expect(heard.facts[0]).toMatchObject({ kind: 'bucket', arn });
});
