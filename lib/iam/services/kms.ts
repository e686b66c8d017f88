// KMS: the key policy has the first word, and reaches across accounts for some operations only.
import type { Env } from '../env';
import { ORDINARY, type Refusal, type ServiceRules } from '../service';

/** Operations that a key policy can allow to another account.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html (read 2026-11-24) */
const ACROSS_ACCOUNTS: ReadonlySet<string> = new Set(
  [
    'CreateGrant',
    'Decrypt',
    'DeriveSharedSecret',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateMac',
    'GetKeyRotationStatus',
    'GetPublicKey',
    'ListGrants',
    'ReEncryptFrom',
    'ReEncryptTo',
    'RetireGrant',
    'RevokeGrant',
    'Sign',
    'Verify',
    'VerifyMac',
  ].map((operation) => `kms:${operation.toLowerCase()}`),
);

/** The rules of KMS.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html (read 2026-11-24) */
export const kmsRules: ServiceRules = {
  ...ORDINARY,
  service: 'kms',
  // Aliases and requests without a resource have no policy to ask.
  needsResourcePolicy: (env) => env.resource !== '*' && !env.resource.includes(':alias/'),
  ignoresRcp: (env) => env.action === 'kms:retiregrant' || env.resource.includes(':alias/aws/'),
  refusal,
};

/** Every request to KMS is signed.
 *  @see https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html (read 2026-11-27) */
function refusal(env: Env): Refusal | null {
  if (env.principal.kind === 'anonymous') return { when: 'always', why: 'KMS answers no anonymous request' };
  if (ACROSS_ACCOUNTS.has(env.action)) return null;
  return { when: 'cross-account', why: 'a key policy cannot allow this operation to another account' };
}
