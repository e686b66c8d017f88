import { expect, test } from 'vitest';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { scanSummary } from './scan-summary';

const gap: Gap = {
  source: 's3:GetBucketEncryption',
  permission: 's3:GetEncryptionConfiguration',
  account: '111111111111',
  region: 'global',
  scope: null,
  cause: 'denied',
  code: 'AccessDenied',
};
const snapshot = (gaps: readonly Gap[]): Snapshot => ({
  version: 1,
  id: 'x',
  takenAt: '2026-11-24T00:00:00.000Z',
  accounts: ['111111111111', '222222222222'],
  regions: ['eu-west-1'],
  facts: [
    {
      kind: 'caller-identity',
      source: 'sts:GetCallerIdentity',
      account: '111111111111',
      region: 'global',
      arn: null,
      data: null,
    },
    {
      kind: 'pipeline',
      source: 'codepipeline:GetPipeline',
      account: '111111111111',
      region: 'eu-west-1',
      arn: null,
      data: null,
    },
  ],
  gaps,
});

test('a whole scan says that every call was answered', () => {
  expect(scanSummary(snapshot([]))).toEqual([
    '1 pipeline, 0 roles, 0 buckets, 0 keys in 1 of 2 accounts and 1 region',
    'every call was answered',
  ]);
});

test('gaps stand together by cause, with the permission that would cure them', () => {
  const gaps = [
    gap,
    { ...gap, scope: 'arn:aws:s3:::b' },
    { ...gap, cause: 'throttled', code: 'SlowDown' } as const,
  ];
  expect(scanSummary(snapshot(gaps)).slice(1)).toEqual([
    '3 calls were not answered:',
    '  denied: s3:GetBucketEncryption (AccessDenied), needs s3:GetEncryptionConfiguration, 2 times',
    '  throttled: s3:GetBucketEncryption (SlowDown)',
  ]);
});
