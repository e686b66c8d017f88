// What a hat may do with buckets and keys: read, write, decrypt, encrypt.
import type { Judged } from '@/lib/findings/rule';
import { known } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import type { Bucket, Key, Role, User } from '@/lib/model/resource';
import { type Asked, ask } from './ask';
import { openness, type Said } from './step';
import { storesToAsk } from './store-index';

export type StoreWord = 'reads' | 'writes' | 'decrypts' | 'encrypts';

export interface StoreTouch {
  readonly store: Bucket | Key;
  readonly word: StoreWord;
  readonly said: Said;
}

/** What is asked of a bucket: of any object in it, so that an answer for some of them only depends.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html (read 2026-11-27) */
const OF_BUCKETS: readonly (readonly [StoreWord, string, Context])[] = [
  ['reads', 's3:GetObject', {}],
  ['writes', 's3:PutObject', { 's3:x-amz-server-side-encryption': known('aws:kms') }],
];
const OF_KEYS: readonly (readonly [StoreWord, string])[] = [
  ['decrypts', 'kms:Decrypt'],
  ['encrypts', 'kms:GenerateDataKey'],
];

/** Everything that the principal may do with the buckets and keys that were read. Asked once. Never throws. */
export function storesWithin(judged: Judged, principal: Role | User): readonly StoreTouch[] {
  return judged.shelf.onceOf('stores within', principal.arn, () =>
    storesToAsk(judged, principal, ASKED).flatMap(({ store, actions }) =>
      store.kind === 'bucket'
        ? bucketTouches(judged, principal, store, actions)
        : keyTouches(judged, principal, store, actions),
    ),
  );
}

const ASKED = {
  bucket: OF_BUCKETS.map(([, action]) => action),
  key: OF_KEYS.map(([, action]) => action),
} as const;

function bucketTouches(
  judged: Judged,
  principal: Role | User,
  bucket: Bucket,
  actions: readonly string[],
): readonly StoreTouch[] {
  const region = bucket.region.kind === 'read' ? bucket.region.value : 'us-east-1';
  return OF_BUCKETS.flatMap(([word, action, context]): readonly StoreTouch[] => {
    if (!actions.includes(action)) return [];
    const said = ask(judged, principal, {
      action,
      resource: `${bucket.arn}/*`,
      account: bucket.account,
      region,
      context,
    });
    return said === null ? [] : [{ store: bucket, word, said }];
  });
}

/** A key may be asked directly, or through S3 as artifacts are: whoever may do either may use it. */
function keyTouches(
  judged: Judged,
  principal: Role | User,
  key: Key,
  actions: readonly string[],
): readonly StoreTouch[] {
  return OF_KEYS.flatMap(([word, action]): readonly StoreTouch[] => {
    if (!actions.includes(action)) return [];
    const asked: Asked = { action, resource: key.arn, account: key.account, region: key.region };
    const directly = ask(judged, principal, asked);
    if (directly?.verdict === 'allowed') return [{ store: key, word, said: directly }];
    const throughS3 = ask(judged, principal, {
      ...asked,
      context: { 'kms:ViaService': known(`s3.${key.region}.amazonaws.com`) },
    });
    const said = better(directly, throughS3);
    return said === null ? [] : [{ store: key, word, said }];
  });
}

function better(one: Said | null, other: Said | null): Said | null {
  if (one === null || other === null) return one ?? other;
  return openness(other.verdict) < openness(one.verdict) ? other : one;
}
