// Source objects in buckets: whoever writes them decides what a pipeline delivers.
import { known } from '@/lib/iam/context';
import type { Role, User } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import { type Answer, mayDo } from './ask';
import type { Judged } from './rule';

export interface SourceObject {
  readonly pipeline: Arn;
  readonly name: string;
  readonly bucket: Arn;
  readonly object: Arn;
  readonly owner: AccountId | null;
  readonly region: Region;
  /** The bucket's default key; null where there is none, or it was not read. */
  readonly key: Arn | null;
}

/** One for each source action that fetches an object. Never throws. */
export function sourceObjects({ inventory, shelf }: Judged): readonly SourceObject[] {
  return shelf.once('source objects', () =>
    [...inventory.pipelines.values()].flatMap((pipeline) =>
      pipeline.stages
        .flatMap((stage) => stage.actions)
        .flatMap((action): SourceObject[] => {
          const { S3Bucket: name, S3ObjectKey: object } = action.configuration;
          if (action.category !== 'Source' || action.provider !== 'S3' || !name || !object) return [];
          const bucket = `arn:${parseArn(pipeline.arn)?.partition ?? 'aws'}:s3:::${name}`;
          const found = inventory.buckets.get(bucket);
          const key = found?.defaultKey.kind === 'read' ? found.defaultKey.value : null;
          return [
            {
              pipeline: pipeline.arn,
              name,
              bucket,
              object: `${bucket}/${object}`,
              owner: found?.account ?? null,
              region: action.region ?? pipeline.region,
              key: key?.includes(':key/') === true ? key : null,
            },
          ];
        }),
    ),
  );
}

/** Whether the principal may put the object, and encrypt it with the bucket's default key. Never throws. */
export function mayPutSource(judged: Judged, principal: Role | User, source: SourceObject): Answer {
  const { object, owner, region, key } = source;
  const put = mayDo(judged, principal, {
    action: 's3:PutObject',
    resource: object,
    account: owner,
    region,
    context: key === null ? {} : { 's3:x-amz-server-side-encryption-aws-kms-key-id': known(key) },
  });
  if (key === null || put.verdict === 'denied' || put.verdict === 'depends') return put;
  const encrypted = mayDo(judged, principal, {
    action: 'kms:GenerateDataKey',
    resource: key,
    account: parseArn(key)?.account ?? null,
    region,
    context: { 'kms:ViaService': known(`s3.${region}.amazonaws.com`) },
  });
  if (encrypted.verdict === 'denied' || encrypted.verdict === 'depends') return encrypted;
  return {
    verdict: put.verdict === 'allowed' ? encrypted.verdict : put.verdict,
    evidence: [...put.evidence, ...encrypted.evidence],
    open: [...new Set([...put.open, ...encrypted.open])],
  };
}
