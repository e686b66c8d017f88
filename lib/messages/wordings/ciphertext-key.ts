// KMS's old words for a key that a caller may not use, or that is not there.
import type { Wording } from '../message';

export const ciphertextKey: Wording = {
  id: 'ciphertext-key',
  source: 'https://github.com/aws/aws-encryption-sdk-javascript/issues/1005',
  examples: [
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)',
  ],
  read: (text) =>
    /The ciphertext refers to a customer (?:master|managed) key that does not exist/.test(text)
      ? { about: 'absent-or-denied', action: 'kms:Decrypt' }
      : null,
};
