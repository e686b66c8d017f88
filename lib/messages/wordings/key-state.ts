// KMS, where a key is disabled or is to be deleted.
import type { Wording } from '../message';

/** No policy cures it: the key has to be enabled, or its deletion cancelled. */
export const keyState: Wording = {
  id: 'key-state',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
  examples: [
    'arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab is disabled. (Service: Kms, Status Code: 400)',
    'arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab is pending deletion.',
  ],
  read(text) {
    const resource = /(arn:\S+:kms:\S+:key\/\S+) is (?:disabled|pending deletion)/.exec(text)?.[1];
    const named = /KMS\.?(?:DisabledException|InvalidStateException|KMSInvalidStateException)/.test(text);
    if (resource === undefined && !named) return null;
    return { services: ['kms'], resource: resource ?? null };
  },
};
