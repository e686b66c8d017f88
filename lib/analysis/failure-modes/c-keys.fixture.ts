// Test support: the KMS keys of artifact stores.
import { HUB, keyArn } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE } from '@/lib/model/working-pipeline.fixture';
import { changed, type RegisterEntry, refused } from './entry.fixture';

const KEY = keyArn('us-east-2');

export const KEYS: readonly RegisterEntry[] = [
  {
    id: 'key-policy-missing-cross-account-role',
    what: 'The key policy does not let the role of another account use the key.',
    sources: [
      'https://barkingiguana.com/writing/how-to-share-a-codepipeline-artefact-kms-key-across-accounts/',
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    ],
    as: {
      kind: 'need',
      at: 'Prod/Deploy-Prod',
      hop: 'decrypts',
      need: 'kms:Decrypt',
      says: /deploy cannot decrypt .*: the key policy in .* names no principal of/,
    },
    fires: changed({ use2KeyUsers: [DEV_ROLE] }),
    cannotTell: changed({ without: (fact) => fact.arn === KEY && fact.kind === 'key-policy' }, [
      refused('kms:GetKeyPolicy', HUB, KEY, 'us-east-2'),
    ]),
  },
];
