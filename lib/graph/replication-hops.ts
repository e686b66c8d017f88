// Replication: before an action in another region starts, the pipeline role copies its inputs to the store of that region.
import type { ArtifactStore } from '@/lib/model/resource';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { producersOf } from './artifact-flow';
import { decryptNeeds, encryptNeeds, readNeeds, writeNeeds } from './artifact-needs';
import { ownerOfInputs } from './artifact-owner';
import { type NodeSet, storeNode } from './node-set';
import { needOf, type PathBuilder, sessionOf } from './path-builder';
import { storeKey } from './store-key';

/** Adds one hop for each region from which an input has to come. It is always the pipeline's own role that copies, also when the
 *  action has a role of its own in another account (observed: https://github.com/awslabs/aws-deployment-framework/issues/756).
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html (read 2026-11-24) */
export function addReplicationHops(path: PathBuilder, nodes: NodeSet, setting: ActionSetting): void {
  const { pipeline, inventory, partition, store } = setting;
  if (store === null) return;
  const to = nodes.add(storeNode(inventory, pipeline, bucketArn(partition, store), store.region));
  for (const region of producingRegions(setting)) {
    const source = pipeline.stores.find((one) => one.region === region);
    if (source === undefined || region === setting.region) continue;
    const from = nodes.add(storeNode(inventory, pipeline, bucketArn(partition, source), source.region));
    path.add('replicates', from, to, [
      ...copyNeeds(setting, source, 'read').filter((need) => need.essential),
      ...copyNeeds(setting, store, 'write').filter((need) => need.essential),
    ]);
  }
}

function copyNeeds(setting: ActionSetting, store: ArtifactStore, side: 'read' | 'write') {
  const { pipeline, inventory, partition } = setting;
  const bucket = inventory.buckets.get(bucketArn(partition, store));
  const owner = bucket?.account ?? pipeline.account;
  const key = storeKey(inventory, pipeline, store, pipeline.account);
  const keyArn = key.kind === 'key' ? key.arn : null;
  const stated =
    side === 'read'
      ? [
          ...readNeeds(
            partition,
            pipeline,
            store,
            owner,
            ownerOfInputs(setting, bucket, store.region, pipeline.account),
          ),
          ...(keyArn === null ? [] : decryptNeeds(keyArn, partition, store.region, pipeline.account)),
        ]
      : [
          ...writeNeeds(partition, pipeline, store, { owner, keyArn, acl: 'no', also: [] }),
          ...(keyArn === null ? [] : encryptNeeds(keyArn, partition, store.region, pipeline.account, '')),
        ];
  return stated.map((need) =>
    needOf(sessionOf(pipeline.roleArn), store.region, {
      ...need,
      because:
        side === 'read'
          ? 'The pipeline role fetches the artifact from the region where it was made.'
          : 'The pipeline role puts a copy into the store of the action’s region.',
    }),
  );
}

/** The regions whose store holds an input of the action: those of the actions that put it out, in the order of the inputs. */
function producingRegions(setting: ActionSetting): ReadonlySet<string> {
  return new Set(producersOf(setting).map(({ action }) => action.region ?? setting.pipeline.region));
}

function bucketArn(partition: string, store: ArtifactStore): string {
  return `arn:${partition}:s3:::${store.bucket}`;
}
