// Which key stands behind an artifact store, seen from the role that uses it.
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore, Pipeline } from '@/lib/model/resource';
import { type Arn, parseArn } from '@/lib/names/arn';
import type { StructureFault } from './hop';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';

export type StoreKey =
  /** The AWS managed key aws/s3: its policy lets every principal of its own account use it through S3, and nobody else. */
  | { readonly kind: 'aws-managed'; readonly fault: StructureFault | null }
  | { readonly kind: 'key'; readonly arn: Arn }
  /** A foreign account cannot resolve what the store names. */
  | { readonly kind: 'fault'; readonly name: string; readonly fault: StructureFault }
  | { readonly kind: 'unresolved'; readonly name: string; readonly reason: string };

/** Resolves `encryptionKey.id`: a key ARN is the only form that means the same in every account. An alias is recognised only in
 *  the key's own account, and a bare id is looked up in the account of the caller. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_EncryptionKey.html (read 2026-11-24) */
export function storeKey(
  inventory: Inventory,
  pipeline: Pipeline,
  store: ArtifactStore,
  callerAccount: string,
): StoreKey {
  const foreign = callerAccount !== pipeline.account;
  if (store.key === null) {
    const fault: StructureFault = {
      rule: 'store-key-not-shareable',
      sentence: `the store ${store.bucket} encrypts with aws/s3 of the pipeline's account, which no other account can use`,
      source: DOCS,
      certain: true,
    };
    return { kind: 'aws-managed', fault: foreign ? fault : null };
  }
  const parts = parseArn(store.key);
  if (parts?.resource.startsWith('key/')) return { kind: 'key', arn: store.key };
  const partition = parseArn(pipeline.arn)?.partition ?? 'aws';
  if (parts === null && !store.key.startsWith('alias/')) {
    if (!foreign)
      return {
        kind: 'key',
        arn: `arn:${partition}:kms:${store.region}:${pipeline.account}:key/${store.key}`,
      };
    return {
      kind: 'fault',
      name: store.key,
      fault: {
        rule: 'store-key-by-id',
        sentence: `the store ${store.bucket} names its key by id, which another account looks up in itself: only the key's ARN works across accounts`,
        source: DOCS,
        certain: true,
      },
    };
  }
  const alias = parts === null ? store.key : parts.resource;
  const account = parts?.account ?? pipeline.account;
  if (foreign && parts === null) {
    return {
      kind: 'fault',
      name: store.key,
      fault: {
        rule: 'store-key-by-alias',
        sentence: `the store ${store.bucket} names its key by alias, which means nothing in another account: only the key's ARN works across accounts`,
        source: DOCS,
        certain: true,
      },
    };
  }
  for (const key of inventory.keys.values()) {
    if (key.account === account && key.region === store.region && key.aliases.includes(alias))
      return { kind: 'key', arn: key.arn };
  }
  return {
    kind: 'unresolved',
    name: store.key,
    reason: `which key \`${store.key}\` stands for was not read in ${account}`,
  };
}
