// The hops by which an action reads its inputs and writes its outputs, always in the store of its own region.
import type { ActionSetting } from '@/lib/providers/action-provider';
import { decryptNeeds, encryptNeeds, readNeeds, writeNeeds } from './artifact-needs';
import type { NodeId, StructureFault } from './hop';
import { keyNode, type NodeSet, storeNode } from './node-set';
import { needsOfAction, type PathBuilder } from './path-builder';
import { storeKey } from './store-key';

const CROSS_REGION_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html';

/** Adds reads, decrypts, writes and encrypts. `acl`: whether uploads carry one. */
export function addArtifactHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  does: { readonly reads: boolean; readonly writes: boolean; readonly acl: boolean },
): void {
  const { inventory, pipeline, store, partition, region, account } = setting;
  if (!does.reads && !does.writes) return;
  if (store === null) {
    path.add(
      does.reads ? 'reads' : 'writes',
      action,
      nodes.add(missingStore(setting)),
      [],
      [noStore(setting)],
    );
    return;
  }
  const bucket = `arn:${partition}:s3:::${store.bucket}`;
  const owner = inventory.buckets.get(bucket)?.account ?? pipeline.account;
  const storeId = nodes.add(storeNode(inventory, pipeline, bucket, store.region));
  const key = storeKey(inventory, pipeline, store, account);
  const keyArn = key.kind === 'key' ? key.arn : null;
  const faults: readonly StructureFault[] =
    key.kind === 'fault' || (key.kind === 'aws-managed' && key.fault !== null)
      ? [key.fault as StructureFault]
      : [];

  if (does.reads) {
    path.add(
      'reads',
      action,
      storeId,
      needsOfAction(setting, readNeeds(partition, pipeline, store, owner)),
      keyArn === null && key.kind !== 'unresolved' ? faults : [],
    );
    if (keyArn !== null)
      path.add(
        'decrypts',
        action,
        nodes.add(keyNode(inventory, keyArn, keyAccount(keyArn), store.region)),
        needsOfAction(setting, decryptNeeds(keyArn, partition, region, account)),
      );
  }
  if (does.writes) {
    path.add(
      'writes',
      action,
      storeId,
      needsOfAction(setting, writeNeeds(partition, pipeline, store, owner, keyArn, does.acl)),
      keyArn === null && key.kind !== 'unresolved' && !does.reads ? faults : [],
    );
    if (keyArn !== null)
      path.add(
        'encrypts',
        action,
        nodes.add(keyNode(inventory, keyArn, keyAccount(keyArn), store.region)),
        needsOfAction(setting, encryptNeeds(keyArn, partition, region, account)),
      );
  }
  if (key.kind === 'unresolved') {
    const stated = (does.reads ? decryptNeeds : encryptNeeds)(
      `arn:${partition}:kms:${store.region}:${pipeline.account}:key/*`,
      partition,
      region,
      account,
    );
    const id = nodes.add({ ...keyNode(inventory, key.name, pipeline.account, store.region), scanned: false });
    path.add(
      does.reads ? 'decrypts' : 'encrypts',
      action,
      id,
      needsOfAction(
        setting,
        stated.map((need) => ({ ...need, cannotTell: key.reason })),
      ),
    );
  }
}

/** A pipeline with an action in a region must have a store there. */
function noStore(setting: ActionSetting): StructureFault {
  return {
    rule: 'no-store-in-region',
    sentence: `the pipeline has no artifact store in ${setting.region}, where this action runs`,
    source: CROSS_REGION_DOCS,
    certain: true,
  };
}

function missingStore(setting: ActionSetting) {
  return {
    id: `bucket:missing in ${setting.region}`,
    kind: 'store' as const,
    account: setting.pipeline.account,
    region: setting.region,
    name: 'no store here',
    arn: null,
    job: 'store',
    scanned: true,
  };
}

function keyAccount(arn: string): string | null {
  return arn.split(':')[4] ?? null;
}
