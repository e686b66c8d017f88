// An artifact store of which nobody knows whose it is.
import type { Rule } from '../rule';
import { storesOf } from '../stores';

export const artifactBucketOwnerUnknown: Rule = {
  id: 'artifact-bucket-owner-unknown',
  title: 'An artifact bucket belongs to no account that was read',
  severity: 'medium',
  marks: false,
  why: 'Names of buckets are one name space for the whole world. Where a bucket was deleted, anybody may make it anew, and the pipeline puts its artifacts, source code and all, into a bucket of somebody else.',
  remedy:
    'Scan the account that owns the bucket, or give the pipeline a bucket of its own; add a condition on aws:ResourceAccount to the pipeline role’s statements.',
  example: {
    wide: '{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::codepipeline-us-east-1-12345/*"}',
    narrow: `{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::codepipeline-us-east-1-12345/*",
 "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
    'https://www.dedico.hu/en/posts/s3-bucketsquatting-namespace-fix',
  ],
  check: (judged) =>
    storesOf(judged).flatMap((store) => {
      const { inventory } = judged;
      if (store.owner !== null) return [];
      const accounts = new Set(store.pipelines.map((arn) => inventory.pipelines.get(arn)?.account ?? ''));
      const refused = inventory.gaps.some(
        (gap) => gap.source === 's3:ListBuckets' && accounts.has(gap.account),
      );
      const unread = [...accounts].some((id) => !inventory.iamReadIn.has(id));
      return {
        subject: store.bucket,
        account: [...accounts].sort()[0] ?? '',
        pipelines: store.pipelines,
        title: `nobody who was read owns ${store.name}, in which ${store.pipelines.length === 1 ? 'a pipeline keeps' : `${store.pipelines.length} pipelines keep`} artifacts`,
        ...(refused || unread ? { severity: 'info' as const } : {}),
        certainty: 'possible' as const,
        evidence: [],
        open: [
          refused || unread
            ? 'the buckets of the pipeline’s own account were not listed'
            : 'an account that was not scanned may own it',
        ],
      };
    }),
};
