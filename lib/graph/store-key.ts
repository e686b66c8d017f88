// Which key encrypts an artifact, seen from the role that uses it.
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore, Pipeline } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import type { StructureFault } from './hop';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';

export type StoreKey =
  /** The AWS managed key aws/s3: its policy lets every principal of its own account use it through S3, and nobody else. */
  | { readonly kind: 'aws-managed'; readonly fault: StructureFault | null }
  | { readonly kind: 'key'; readonly arn: Arn }
  /** A foreign account cannot resolve what the store names. */
  | { readonly kind: 'fault'; readonly name: string; readonly fault: StructureFault }
  | { readonly kind: 'unresolved'; readonly name: string; readonly reason: string };

/** A key as somebody wrote it down: null for none, which is aws/s3. */
export interface WrittenKey {
  readonly written: string | null;
  /** The account in which the name means something. */
  readonly home: AccountId;
  readonly region: Region;
  readonly partition: string;
  /** Who names it: `the store artifacts-use1`. */
  readonly owner: string;
}

/** The key of a store, seen from a role of the calling account. Never throws. */
export function storeKey(
  inventory: Inventory,
  pipeline: Pipeline,
  store: ArtifactStore,
  callerAccount: AccountId,
): StoreKey {
  return resolveKey(inventory, keyOfStore(pipeline, store), callerAccount);
}

/** The key that a store names. Never throws. */
export function keyOfStore(pipeline: Pipeline, store: ArtifactStore): WrittenKey {
  return {
    written: store.key,
    home: pipeline.account,
    region: store.region,
    partition: parseArn(pipeline.arn)?.partition ?? 'aws',
    owner: `the store ${store.bucket}`,
  };
}

/** Resolves a key as written: a key ARN is the only form that means the same in every account. An alias is recognised only in
 *  the key's own account, and a bare id is looked up in the account of the caller. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_EncryptionKey.html (read 2026-11-24) */
export function resolveKey(inventory: Inventory, key: WrittenKey, callerAccount: AccountId): StoreKey {
  const { written, home, region, partition, owner } = key;
  const foreign = callerAccount !== home;
  if (written === null || /(^|:)alias\/aws\/s3$/.test(written)) {
    const fault = faultOf(
      home,
      'store-key-not-shareable',
      `${owner} encrypts with aws/s3 of ${home}, which no other account can use`,
    );
    return { kind: 'aws-managed', fault: foreign ? fault : null };
  }
  const parts = parseArn(written);
  if (parts?.resource.startsWith('key/')) return { kind: 'key', arn: written };
  if (parts === null && !written.startsWith('alias/')) {
    if (!foreign) return { kind: 'key', arn: `arn:${partition}:kms:${region}:${home}:key/${written}` };
    return {
      kind: 'fault',
      name: written,
      fault: faultOf(
        home,
        'store-key-by-id',
        `${owner} names its key by id, which another account looks up in itself: only the key's ARN works across accounts`,
      ),
    };
  }
  const alias = parts === null ? written : parts.resource;
  if (foreign && parts === null) {
    return {
      kind: 'fault',
      name: written,
      fault: faultOf(
        home,
        'store-key-by-alias',
        `${owner} names its key by alias, which means nothing in another account: only the key's ARN works across accounts`,
      ),
    };
  }
  return resolveAlias(inventory, { written, alias, account: parts?.account ?? home, region });
}

function resolveAlias(
  inventory: Inventory,
  {
    written,
    alias,
    account,
    region,
  }: {
    readonly written: string;
    readonly alias: string;
    readonly account: AccountId;
    readonly region: Region;
  },
): StoreKey {
  for (const key of inventory.keys.values()) {
    if (key.account === account && key.region === region && key.aliases.includes(alias))
      return { kind: 'key', arn: key.arn };
  }
  return {
    kind: 'unresolved',
    name: written,
    reason: `which key \`${written}\` stands for was not read in ${account}`,
  };
}

function faultOf(curedIn: AccountId, rule: string, sentence: string): StructureFault {
  return { rule, sentence, source: DOCS, certain: true, curedIn };
}
