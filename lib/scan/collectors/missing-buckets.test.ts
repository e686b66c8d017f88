import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { missingBuckets } from './missing-buckets';

const arn = 'arn:aws:s3:::store';
const known = [pipelineFact({ name: 'shop', artifactStore: { location: 'store' } })];
const owned: Fact = {
  kind: 'bucket',
  source: 's3:ListBuckets',
  account: '222222222222',
  region: 'global',
  arn,
  data: { Name: 'store' },
};

test('notes a bucket that does not exist', async () => {
  const heard = await checkCollector(
    missingBuckets,
    { GetBucketLocation: [awsError('NoSuchBucket', 404)] },
    { known },
  );
  expect(heard.facts).toMatchObject([{ kind: 'bucket', arn, account: '111111111111', data: null }]);
  expect(heard.gaps).toEqual([]);
});

test.each([
  ['a refusal: it belongs to somebody else', awsError('AccessDenied', 403)],
  ['an answer', { LocationConstraint: 'eu-west-1' }],
])('says nothing of one that exists, as told by %s', async (_, answer) => {
  const heard = await checkCollector(missingBuckets, { GetBucketLocation: [answer] }, { known });
  expect(heard).toMatchObject({ facts: [], gaps: [] });
  expect(heard.asked).toHaveLength(1);
});

test('takes any other failure for a gap', async () => {
  const heard = await checkCollector(
    missingBuckets,
    { GetBucketLocation: [awsError('SlowDown', 503)] },
    { known },
  );
  expect(heard.facts).toEqual([]);
  expect(heard.gaps).toMatchObject([{ source: 's3:GetBucketLocation', scope: arn, cause: 'throttled' }]);
});

test('asks nothing of buckets that an account of the scan owns, nor of other accounts’ pipelines', async () => {
  expect((await checkCollector(missingBuckets, {}, { known: [...known, owned] })).asked).toEqual([]);
  expect((await checkCollector(missingBuckets, {}, { known, account: '222222222222' })).asked).toEqual([]);
});
