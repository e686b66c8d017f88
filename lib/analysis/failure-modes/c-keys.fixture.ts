// Test support: the KMS keys of artifact stores.
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, keyArn, PROD, stores } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, deployIdentity, PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { changed, iamRefused, type RegisterEntry, refused } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const ENCRYPTION = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html';
const FOREIGN =
  'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html';
const KEY_ID = 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_EncryptionKey.html';
const _PROJECT = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html';
const KEY = keyArn('us-east-2');

const withheld = (kind: string, call: Fact['source']): Snapshot =>
  changed({ without: (fact) => fact.arn === KEY && fact.kind === kind }, [
    refused(call, HUB, KEY, 'us-east-2'),
  ]);
const policyRefused = withheld('key-policy', 'kms:GetKeyPolicy');
const described = (more: { readonly [name: string]: Json }): Snapshot =>
  changed({
    extra: [
      {
        kind: 'key',
        source: 'kms:DescribeKey',
        account: HUB,
        region: 'us-east-2',
        arn: KEY,
        data: { KeyMetadata: { Arn: KEY, KeyState: 'Enabled', KeyManager: 'CUSTOMER', ...more } },
      },
    ],
  });
const notDescribed = withheld('key', 'kms:DescribeKey');
const withKeyPolicy = (policy: Json): Snapshot =>
  changed({
    extra: [
      {
        kind: 'key-policy',
        source: 'kms:GetKeyPolicy',
        account: HUB,
        region: 'us-east-2',
        arn: KEY,
        data: { Policy: JSON.stringify(policy) },
      },
    ],
  });
const named = (id: string | null): Json => ({
  artifactStores: {
    ...(stores('us-east-1') as { readonly artifactStores: { readonly [region: string]: Json } })
      .artifactStores,
    'us-east-2': {
      type: 'S3',
      location: 'artifacts-us-east-2',
      ...(id === null ? {} : { encryptionKey: { id, type: 'KMS' } }),
    },
  },
});
const users = (Principal: Json, Condition: Json): Json =>
  document({
    Effect: 'Allow',
    Principal,
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition,
  });
const decrypts = { kind: 'need', at: 'Prod/Deploy-Prod', hop: 'decrypts', need: 'kms:Decrypt' } as const;
const ofStore = { kind: 'fault', at: 'Prod/Deploy-Prod' } as const;

export const KEYS: readonly RegisterEntry[] = [
  {
    id: 'default-key-with-cross-account',
    what: 'A store has no key of its own, so that no other account can read what is in it.',
    sources: [ENCRYPTION, 'https://github.com/aws/aws-cdk/issues/10846'],
    as: {
      ...ofStore,
      rule: 'store-key-not-shareable',
      says: /the store artifacts-us-east-2 encrypts with aws\/s3 of 111111111111, which no other account can use/i,
    },
    fires: changed({ artifacts: named(null) }),
    cannotTell: { never: 'the key of a store stands in the definition of the pipeline' },
  },
  {
    id: 'aws-managed-key-configured',
    what: 'A store names one of AWS’s own keys, which no other account can use.',
    sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk'],
    as: {
      ...ofStore,
      rule: 'key-of-aws-not-shareable',
      says: /the key artifacts-us-east-2 is one of AWS's own in 111111111111, which no other account can use/i,
    },
    fires: described({ KeyManager: 'AWS' }),
    cannotTell: notDescribed,
  },
  {
    id: 'key-alias-or-id-cross-account',
    what: 'A store names its key by a bare id, or by an alias, which mean something else in another account.',
    sources: [KEY_ID, 'https://github.com/aws/aws-cdk/issues/3388'],
    as: {
      ...ofStore,
      rule: 'store-key-by-id',
      says: /names its key by id, which another account looks up in itself: only the key's ARN works across accounts/,
    },
    fires: changed({ artifacts: named('artifacts-us-east-2') }),
    // The ARN of an alias tells the account, but which key it stands for has to be read.
    cannotTell: changed({
      artifacts: named(`arn:aws:kms:us-east-2:${HUB}:alias/artifacts-us-east-2`),
      without: (fact) => fact.kind === 'key-alias',
    }),
  },
  {
    id: 'key-policy-missing-cross-account-role',
    what: 'The key policy does not let the role of another account use the key.',
    sources: [
      'https://barkingiguana.com/writing/how-to-share-a-codepipeline-artefact-kms-key-across-accounts/',
      FOREIGN,
    ],
    as: { ...decrypts, says: /deploy cannot decrypt .*: the key policy in .* names no principal of/ },
    fires: changed({ use2KeyUsers: [DEV_ROLE] }),
    cannotTell: policyRefused,
  },
  {
    id: 'cross-account-role-identity-missing-kms',
    what: 'The key policy lets an account in, but the role there has no permission on the key.',
    sources: [CROSS, FOREIGN],
    as: { ...decrypts, says: /its own policies do not allow kms:Decrypt/ },
    fires: changed({
      use2KeyUsers: [`arn:aws:iam::${PROD}:root`, DEV_ROLE],
      prodIdentity: [
        ...deployIdentity(PROD).filter((_, index) => index !== 1),
        allow('kms:Decrypt', `arn:aws:kms:*:${PROD}:key/*`),
      ],
    }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'key-policy-no-account-root',
    what: 'The key policy does not leave it to IAM who may use the key, and does not name the role.',
    sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html'],
    as: {
      ...decrypts,
      hop: 'replicates',
      need: 'kms:GenerateDataKey',
      says: /the key policy in .* does not name it/,
    },
    fires: withKeyPolicy(users({ AWS: [DEV_ROLE, PROD_ROLE] }, {})),
    silent: withKeyPolicy(users({ AWS: [DEV_ROLE, PROD_ROLE, PIPELINE_ROLE] }, {})),
    cannotTell: policyRefused,
  },
  {
    id: 'key-policy-orphaned-principal',
    what: 'A key policy names the id of a role that was deleted.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://twpower.github.io/336-reason-for-iam-arn-being-changed-to-a-unique-identifier-en',
    ],
    as: {
      ...decrypts,
      says: /the key policy in .* names AROAOLDDEPLOYROLE, the id of a principal that was deleted/,
    },
    fires: changed({ use2KeyUsers: ['AROAOLDDEPLOYROLE'] }),
    cannotTell: policyRefused,
  },
  {
    id: 'key-disabled-or-pending-deletion',
    what: 'The key of a store is disabled, or about to be deleted.',
    sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html'],
    as: {
      ...ofStore,
      rule: 'key-not-enabled',
      says: /the key artifacts-us-east-2 is not enabled: its state is PendingDeletion/i,
    },
    fires: described({ KeyState: 'PendingDeletion' }),
    cannotTell: notDescribed,
  },
  {
    id: 'key-asymmetric',
    what: 'The key of a store is not symmetric.',
    sources: [ENCRYPTION],
    as: { ...ofStore, rule: 'key-not-symmetric', says: /is no symmetric key for encryption \(RSA_2048\)/ },
    fires: described({ KeySpec: 'RSA_2048' }),
    cannotTell: notDescribed,
  },
  {
    id: 'key-via-service-condition-region',
    what: 'A policy lets a key be used through S3 of another region only.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
    ],
    as: { ...decrypts, says: /a condition in its key policy is not met .*kms:ViaService/ },
    fires: withKeyPolicy(
      users(
        { AWS: [HUB, DEV_ROLE, PROD_ROLE] },
        { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      ),
    ),
    silent: withKeyPolicy(
      users(
        { AWS: [HUB, DEV_ROLE, PROD_ROLE] },
        { StringEquals: { 'kms:ViaService': 's3.us-east-2.amazonaws.com' } },
      ),
    ),
    cannotTell: policyRefused,
  },
  {
    id: 'key-caller-account-condition',
    what: 'A key policy lets only callers of one account in, and the role is of another.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account',
    ],
    as: { ...decrypts, says: /a condition in its key policy is not met .*kms:CallerAccount/ },
    fires: withKeyPolicy(users({ AWS: '*' }, { StringEquals: { 'kms:CallerAccount': HUB } })),
    silent: withKeyPolicy(users({ AWS: '*' }, { StringEquals: { 'kms:CallerAccount': [HUB, PROD] } })),
    cannotTell: policyRefused,
  },
];
