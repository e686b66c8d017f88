// Asks after the buckets that no account of the scan owns: does anybody?
import { GetBucketLocationCommand, S3Client } from '@aws-sdk/client-s3';
import { classifyError } from '@/lib/aws/classify-error';
import { call, collector } from '../collector';
import { bucketsNamedIn, ownerless } from '../pipeline-references';

/** A refusal says that the bucket exists and belongs to somebody else, so it is an answer and no gap. */
const getBucketLocation = call(
  's3:GetBucketLocation',
  async (s3: S3Client, input: { readonly Bucket: string }): Promise<object> => {
    try {
      return await s3.send(new GetBucketLocationCommand(input));
    } catch (error) {
      if (classifyError(error).kind !== 'denied') throw error;
      return {};
    }
  },
);

/** A `bucket` of null where a pipeline of the account names one that does not exist.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (read 2026-11-27) */
export const missingBuckets = collector({
  service: 's3',
  scope: 'account',
  phase: 3,
  client: (config) => new S3Client({ ...config, followRegionRedirects: true }),
  calls: [getBucketLocation],
  async collect({ ask, note, known, naming, account, partition }) {
    const own = known.filter(({ kind, account: whose }) => kind === 'pipeline' && whose === account);
    const named = [...bucketsNamedIn(own)];
    for (const name of ownerless(named, await naming(named))) {
      const arn = `arn:${partition}:s3:::${name}`;
      const answer = await ask(getBucketLocation, { Bucket: name }, { scope: arn });
      if (answer === 'absent') note({ kind: 'bucket', source: getBucketLocation, arn, data: null });
    }
  },
});
