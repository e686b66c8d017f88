// The artifact stores of all pipelines: their buckets and keys, whose they are, and what their policies say.
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import { storeKey } from '@/lib/graph/store-key';
import type { Policy } from '@/lib/iam/policy';
import type { Bucket, Key } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';
import { policyId } from '@/lib/verdict/policy-shelf';
import type { Judged } from './rule';

export interface Store {
  readonly bucket: Arn;
  readonly name: string;
  readonly region: Region;
  /** The customer managed key with which artifacts are encrypted; null: aws/s3, or it is not known. */
  readonly key: Arn | null;
  /** Null: no scanned account owns the bucket. */
  readonly owner: AccountId | null;
  readonly pipelines: readonly Arn[];
}

/** One for each bucket and key that pipelines name as a store, sorted by bucket. Never throws. */
export function storesOf({ inventory, shelf }: Judged): readonly Store[] {
  return shelf.once('stores', () => {
    const named = [...inventory.pipelines.values()].flatMap((pipeline) =>
      pipeline.stores.map((store) => {
        const partition = parseArn(pipeline.arn)?.partition ?? 'aws';
        const key = storeKey(inventory, pipeline, store, pipeline.account);
        return {
          pipeline: pipeline.arn,
          bucket: `arn:${partition}:s3:::${store.bucket}`,
          name: store.bucket,
          region: store.region,
          key: key.kind === 'key' ? key.arn : null,
        };
      }),
    );
    const groups = groupBy(named, ({ bucket, key }) => `${bucket} ${key ?? ''}`);
    return sortedBy([...groups.values()], (all) => `${all[0]?.bucket} ${all[0]?.key}`).flatMap((all) => {
      const [first] = all;
      if (first === undefined) return [];
      const { pipeline: _, ...store } = first;
      const owner = inventory.buckets.get(first.bucket)?.account ?? null;
      return [{ ...store, owner, pipelines: [...new Set(all.map((one) => one.pipeline))].sort() }];
    });
  });
}

/** The stores of these pipelines, each with the first of them that uses it, sorted by bucket. Never throws. */
export function storesFor(
  judged: Judged,
  pipelines: readonly Arn[],
): readonly { readonly store: Store; readonly shared: Arn }[] {
  const all = storesOf(judged);
  const placesOf = judged.shelf.once('places of stores', () => {
    const places = new Map<Arn, number[]>();
    all.forEach((store, place) => {
      for (const pipeline of store.pipelines) {
        const known = places.get(pipeline);
        if (known === undefined) places.set(pipeline, [place]);
        else known.push(place);
      }
    });
    return places;
  });
  const wanted = new Set(pipelines);
  const places = [...new Set(pipelines.flatMap((pipeline) => placesOf.get(pipeline) ?? []))];
  return places
    .sort((one, other) => one - other)
    .flatMap((place) => {
      const store = all[place];
      const shared = store?.pipelines.find((one) => wanted.has(one));
      return store === undefined || shared === undefined ? [] : [{ store, shared }];
    });
}

/** A policy of a bucket or a key that pipelines keep artifacts with. */
export interface StorePolicy {
  readonly subject: Arn;
  readonly account: AccountId;
  readonly pipelines: readonly Arn[];
  readonly policy: Policy;
  readonly source: PolicySource;
}

/** The policies of all buckets and keys that were read, each once. Never throws. */
export function storePolicies(judged: Judged): readonly StorePolicy[] {
  const { inventory, shelf } = judged;
  return shelf.once('store policies', () => {
    const things = new Map<Arn, { readonly thing: Bucket | Key; readonly pipelines: Set<Arn> }>();
    for (const { bucket, key, pipelines } of storesOf(judged))
      for (const thing of [
        inventory.buckets.get(bucket),
        key === null ? undefined : inventory.keys.get(key),
      ]) {
        if (thing === undefined) continue;
        const known = things.get(thing.arn) ?? { thing, pipelines: new Set() };
        things.set(thing.arn, known);
        for (const arn of pipelines) known.pipelines.add(arn);
      }
    return sortedBy([...things.values()], ({ thing }) => thing.arn).flatMap(({ thing, pipelines }) => {
      if (thing.policy.kind === 'unread' || thing.policy.value === null) return [];
      const name =
        thing.kind === 'bucket' ? thing.name : (thing.aliases[0]?.replace(/^alias\//, '') ?? thing.id);
      const title = `${thing.kind === 'bucket' ? 'bucket policy' : 'key policy'} of ${name}`;
      const source = { id: policyId.resource(thing.arn), title, account: thing.account, arn: thing.arn };
      const shelved = shelf.read('resource', source, thing.policy.value);
      return shelved.policy.kind === 'unread'
        ? []
        : [
            {
              subject: thing.arn,
              account: thing.account,
              pipelines: [...pipelines].sort(),
              policy: shelved.policy,
              source: shelved.source,
            },
          ];
    });
  });
}
