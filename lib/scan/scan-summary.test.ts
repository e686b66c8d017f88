import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
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

test('gaps stand together by cause, with what would cure them', () => {
  const gaps = [
    gap,
    { ...gap, scope: 'arn:aws:s3:::b' },
    { ...gap, cause: 'throttled', code: 'SlowDown' } as const,
    { ...gap, cause: 'unsupported', code: 'ENOTFOUND' } as const,
    { ...gap, cause: 'failed', code: 'InternalError' } as const,
    { ...gap, code: 'ExpiredToken' },
  ];
  expect(scanSummary(snapshot(gaps)).slice(1)).toEqual([
    '6 calls were not answered:',
    '  denied: s3:GetBucketEncryption (AccessDenied), needs s3:GetEncryptionConfiguration, 2 times',
    '  denied: s3:GetBucketEncryption (ExpiredToken), refused by the credentials, which were not accepted',
    '  failed: s3:GetBucketEncryption (InternalError)',
    '  throttled: s3:GetBucketEncryption (SlowDown), scan again later',
    '  unsupported: s3:GetBucketEncryption (ENOTFOUND), not offered there',
    'what the read-only role lacks:',
    '  {"Effect":"Allow","Action":"s3:GetEncryptionConfiguration","Resource":"*"}',
    'what no statement in the role cures:',
    '  the credentials, which were not accepted (s3:GetBucketEncryption): no permission is missing: log in again, then scan again; where one region alone refuses them, the account may not have enabled it',
  ]);
});

test('what another kind of policy refuses is no matter of the role, and the summary says whose it is', () => {
  expect(scanSummary(snapshot([{ ...gap, layer: 'scp' }])).slice(1)).toEqual([
    '1 call was not answered:',
    '  denied: s3:GetBucketEncryption (AccessDenied), refused by a service control policy',
    'what no statement in the role cures:',
    '  a service control policy (s3:GetBucketEncryption): whoever administers the organisation must exempt the read-only role in it',
  ]);
});

test('a role that could not be put on is a matter of the credentials that start the scan', () => {
  const scope = 'arn:aws:iam::222222222222:role/Read';
  const refused = { ...gap, source: 'sts:AssumeRole', permission: 'sts:AssumeRole', scope } as const;
  expect(scanSummary(snapshot([refused])).slice(1)).toEqual([
    '1 call was not answered:',
    '  denied: sts:AssumeRole (AccessDenied), needs sts:AssumeRole',
    'what the credentials that start the scan lack, unless the role is missing or does not trust them:',
    `  {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"${scope}"}`,
  ]);
});

test('suspended accounts and regions that are not enabled are told apart from failures', () => {
  const fact = (kind: string, account: string, data: Fact['data']): Fact => ({
    kind,
    source: 'x:X',
    account,
    region: 'global',
    arn: null,
    data,
  });
  const whole = snapshot([]);
  const told = {
    ...whole,
    accounts: [...whole.accounts, '333333333333'],
    regions: ['ap-east-1', 'eu-west-1'],
    facts: [
      ...whole.facts,
      fact('organization-account', '999999999999', { Id: '333333333333', State: 'SUSPENDED' }),
      ...['111111111111', '222222222222'].map((account) =>
        fact('account-region', account, { RegionName: 'ap-east-1', RegionOptStatus: 'DISABLED' }),
      ),
      fact('account-region', '111111111111', { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED' }),
      fact('account-region', '111111111111', { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' }),
    ],
  };
  expect(scanSummary(told).slice(1)).toEqual([
    'left out, where nothing is to be read:',
    '  suspended or closed: 333333333333',
    '  ap-east-1 is not enabled in 111111111111, 222222222222',
    'every call was answered',
  ]);
});
