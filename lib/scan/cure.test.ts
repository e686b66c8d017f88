import { expect, test } from 'vitest';
import { DENIAL_LAYERS } from '@/lib/names/denial-layer';
import type { Gap } from '@/lib/snapshot/gap';
import { cureOf, curesOf, obstacleTo } from './cure';

const ROLE = 'arn:aws:iam::222222222222:role/Read';
const gap: Gap = {
  source: 's3:GetBucketEncryption',
  permission: 's3:GetEncryptionConfiguration',
  account: '111111111111',
  region: 'global',
  scope: 'arn:aws:s3:::store',
  cause: 'denied',
  code: 'AccessDenied',
};
const role: Gap = { ...gap, source: 'sts:AssumeRole', permission: 'sts:AssumeRole', scope: ROLE };

test('a refusal is cured by the permission of the call', () => {
  expect(cureOf(gap)).toEqual({ Effect: 'Allow', Action: 's3:GetEncryptionConfiguration', Resource: '*' });
});

test('a role that could not be put on is cured by naming it', () => {
  expect(cureOf(role)).toEqual({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE });
});

test.each([
  ['throttled', 'SlowDown'],
  ['unsupported', 'UnknownOperationException'],
  ['failed', 'InternalError'],
  ['denied', 'ExpiredTokenException'],
  ['denied', 'UnrecognizedClientException'],
] as const)('nothing that is %s under %s is cured by a statement', (cause, code) => {
  expect(cureOf({ ...gap, cause, code })).toBeNull();
});

test('all cures are one statement for the role and one for the credentials that start', () => {
  const another = { ...role, scope: 'arn:aws:iam::333333333333:role/Read' };
  const list = { ...gap, permission: 'kms:ListGrants' };
  expect(curesOf([gap, gap, list, role, another, { ...gap, cause: 'failed' }])).toEqual({
    role: { Effect: 'Allow', Action: ['kms:ListGrants', 's3:GetEncryptionConfiguration'], Resource: '*' },
    caller: {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: [ROLE, 'arn:aws:iam::333333333333:role/Read'],
    },
    others: [],
  });
  expect(curesOf([])).toEqual({ role: null, caller: null, others: [] });
});

test.each(DENIAL_LAYERS.filter((layer) => layer !== 'identity'))(
  'what a refusal by %s needs is no further Allow, but somebody who lifts it',
  (layer) => {
    const refused = { ...gap, layer };
    expect(cureOf(refused)).toBeNull();
    expect(obstacleTo(refused)).not.toBeNull();
    expect(curesOf([refused, gap])).toMatchObject({
      role: { Action: 's3:GetEncryptionConfiguration' },
      caller: null,
      others: [{ calls: ['s3:GetBucketEncryption'] }],
    });
  },
);

test('where no identity policy allows the call, the statement is the cure', () => {
  expect(cureOf({ ...gap, layer: 'identity' })).toEqual(cureOf(gap));
});
