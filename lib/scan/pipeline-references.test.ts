import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { pipelineFact } from './collector.fixture';
import { bucketRegion, bucketsOfPipelines, keysOfPipelines } from './pipeline-references';

const action = (configuration: object, region?: string) => ({ configuration, ...(region ? { region } : {}) });
const pipeline = pipelineFact({
  artifactStores: {
    'eu-west-1': { location: 'near', encryptionKey: { id: 'bare-id' } },
    'us-east-1': { location: 'far', encryptionKey: { id: 'alias/far' } },
  },
  stages: [
    { actions: [action({ S3Bucket: 'source' }), action({ S3Bucket: '#{variables.bucket}' })] },
    {
      actions: [
        action(
          { BucketName: 'target', KMSEncryptionKeyARN: 'arn:aws:kms:us-east-2:222222222222:key/other' },
          'us-east-2',
        ),
      ],
    },
  ],
});
const bucket = (kind: string, data: Fact['data']): Fact => ({
  kind,
  source: 's3:GetBucketLocation',
  account: '333333333333',
  region: 'global',
  arn: 'arn:aws:s3:::source',
  data,
});

test('buckets are those of stores, sources and deployments, without variables', () => {
  expect([...bucketsOfPipelines([pipeline])]).toEqual(['near', 'far', 'source', 'target']);
});

test('a bare key id or alias means the pipeline account and the region of the store', () => {
  expect(keysOfPipelines([pipeline])).toEqual([
    { account: '111111111111', region: 'eu-west-1', id: 'bare-id' },
    { account: '111111111111', region: 'us-east-1', id: 'alias/far' },
    { account: '222222222222', region: 'us-east-2', id: 'other' },
  ]);
});

test('a key of default encryption means the account and region of the bucket', () => {
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'default-key' },
  };
  const encryption = bucket('bucket-encryption', { ServerSideEncryptionConfiguration: { Rules: [rule] } });
  expect(keysOfPipelines([bucket('bucket-location', { LocationConstraint: 'EU' }), encryption])).toEqual([
    { account: '333333333333', region: 'eu-west-1', id: 'default-key' },
  ]);
  expect(keysOfPipelines([encryption])).toEqual([]);
});

test('a key of a build project means the account and region of the project; AWS’s own is left alone', () => {
  const project = (encryptionKey: string) => ({
    ...bucket('build-project', { encryptionKey }),
    region: 'us-east-2',
  });
  expect(keysOfPipelines([project('alias/builds')])).toEqual([
    { account: '333333333333', region: 'us-east-2', id: 'alias/builds' },
  ]);
  expect(keysOfPipelines([project('arn:aws:kms:us-east-2:333333333333:alias/aws/s3')])).toEqual([]);
});

test('facts that make no sense give no references', () => {
  const odd = [pipelineFact({ stages: 'none', artifactStore: 7 }), { ...pipeline, data: null }];
  expect([...bucketsOfPipelines(odd)]).toEqual([]);
  expect(keysOfPipelines(odd)).toEqual([]);
});

test('no location constraint means us-east-1', () => {
  expect(bucketRegion({})).toBe('us-east-1');
  expect(bucketRegion({ LocationConstraint: 'ap-south-1' })).toBe('ap-south-1');
});
