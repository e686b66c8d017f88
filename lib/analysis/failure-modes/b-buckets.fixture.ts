// Test support: the buckets of artifact stores and sources.
import { HUB } from '@/lib/model/snapshot.fixture';
import { changed, type RegisterEntry, refused } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const USE2 = 'arn:aws:s3:::artifacts-us-east-2';

export const BUCKETS: readonly RegisterEntry[] = [
  {
    id: 'bucket-policy-missing-cross-account-role',
    what: 'The bucket policy of a store does not let the role of another account in.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/1', CROSS],
    as: {
      kind: 'need',
      at: 'Prod/Deploy-Prod',
      hop: 'reads',
      need: 's3:GetObject',
      says: /deploy cannot read artifacts-us-east-2: .* has no bucket policy on it, and another account needs one/,
    },
    fires: changed({ use2BucketPolicy: null }),
    cannotTell: changed({ without: (fact) => fact.arn === USE2 && fact.kind === 'bucket-policy' }, [
      refused('s3:GetBucketPolicy', HUB, USE2),
    ]),
  },
];
