// Where the sources of pipelines lie, when that is not the pipeline's own account: their events come from there.
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { actionReferences } from './action-references';
import { oncePerList } from './once-per-list';

export interface ForeignSource {
  /** Whose source it is. */
  readonly owner: AccountId;
  readonly region: Region;
  /** The pipeline that it feeds. */
  readonly pipeline: Arn;
}

/** Sources of CodeCommit, ECR and S3 that belong to another account than their pipeline: each pair of account and pipeline once. A
 *  bucket belongs to the account in which it was found. Never throws. */
export const foreignSources = oncePerList((facts: readonly Fact[]): readonly ForeignSource[] => {
  const bucketOwner = new Map(
    facts
      .filter(({ kind, data }) => kind === 'bucket' && data !== null)
      .map(({ arn, account }) => [arn, account]),
  );
  const found = new Map<string, ForeignSource>();
  for (const fact of facts) {
    if (fact.kind !== 'pipeline' || fact.arn === null) continue;
    const partition = parseArn(fact.arn)?.partition ?? 'aws';
    for (const { category, account, provider, configuration } of actionReferences(
      [fact],
      ['CodeCommit', 'ECR', 'S3'],
    )) {
      if (category !== 'Source') continue;
      const bucket = `arn:${partition}:s3:::${configuration.S3Bucket ?? ''}`;
      const owner = provider === 'S3' ? bucketOwner.get(bucket) : account;
      if (owner === undefined || owner === fact.account) continue;
      found.set(`${owner} ${fact.arn}`, { owner, region: fact.region, pipeline: fact.arn });
    }
  }
  return [...found.values()];
});
