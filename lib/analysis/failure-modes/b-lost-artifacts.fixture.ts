// Test support: buckets that are not there any more, and artifacts that are deleted too early.
import { HUB } from '@/lib/model/snapshot.fixture';
import { changed, type RegisterEntry, refused } from './entry.fixture';

const STORE = 'arn:aws:s3:::artifacts-us-east-2';
const LIMITS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html';

const withoutStore = { without: (fact: { readonly arn: string | null }) => fact.arn === STORE };
const gone = {
  kind: 'bucket',
  source: 's3:GetBucketLocation',
  account: HUB,
  region: 'global',
  arn: STORE,
  data: null,
} as const;
const expiring = (days: number, prefix = '') =>
  changed({
    extra: [
      {
        ...gone,
        kind: 'bucket-lifecycle',
        source: 's3:GetBucketLifecycleConfiguration',
        data: { Rules: [{ Status: 'Enabled', Filter: { Prefix: prefix }, Expiration: { Days: days } }] },
      },
    ],
  });

export const LOST_ARTIFACTS: readonly RegisterEntry[] = [
  {
    id: 'artifact-bucket-missing',
    what: 'The bucket of a store does not exist.',
    sources: ['https://github.com/aws-samples/aws-ecs-anywhere-workshop-samples/issues/4'],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'store-missing',
      says: /the store of us-east-2 is the bucket artifacts-us-east-2, which does not exist/i,
    },
    fires: (({ facts, ...rest }) => ({ ...rest, facts: [...facts, gone] }))(changed(withoutStore)),
    cannotTell: changed(withoutStore, [refused('s3:ListBuckets', HUB)]),
  },
  {
    id: 'requester-pays-or-lifecycle',
    what: 'Artifacts are deleted before an approval is given.',
    sources: [
      LIMITS,
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
    ],
    as: {
      kind: 'fault',
      at: 'Prod/Deploy-Prod',
      rule: 'artifacts-expire-early',
      says: /artifacts in artifacts-us-east-2 are deleted after 5 days, and Approve may wait for 7/,
      isWarning: true,
    },
    fires: expiring(5),
    silent: expiring(1, 'logs/'),
    cannotTell: changed({ without: (fact) => fact.kind === 'bucket-lifecycle' && fact.arn === STORE }, [
      refused('s3:GetBucketLifecycleConfiguration', HUB, STORE),
    ]),
  },
];
