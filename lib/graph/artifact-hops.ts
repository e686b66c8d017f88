// The hops by which an action reads its inputs and writes its outputs, always in the store of its own region.
import { type AccountId, type Arn, arnAccount } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, StatedNeed, StoreAsk } from '@/lib/providers/action-provider';
import { aclOf } from './artifact-acl';
import { inputKeys, writtenKey } from './artifact-keys';
import { decryptNeeds, encryptNeeds, readNeeds, writeNeeds } from './artifact-needs';
import { ownerOfInputs } from './artifact-owner';
import { expiryFaults } from './expiry-faults';
import type { Need, NodeId, StructureFault } from './hop';
import { keyFaults } from './key-faults';
import { keyNode, type NodeSet, storeNode } from './node-set';
import type { PathBuilder } from './path-builder';
import { ownershipFaults, storeFaults } from './store-faults';
import { resolveKey, type StoreKey, storeKey } from './store-key';

const CROSS_REGION_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html';

/** Who touches the artifacts: the role that runs the action, or one that a service puts on for it. */
export interface Actor {
  readonly role: Arn;
  readonly account: AccountId;
  readonly needs: (stated: readonly StatedNeed[]) => readonly Need[];
  /** The key that encrypts what it writes, where that is not the store's. */
  readonly writeKey?: string | null;
}

interface Does {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly acl: ActionProvider['artifacts']['acl'];
  readonly alsoOnWrite?: readonly StoreAsk[];
  readonly doubtOfReading?: string | undefined;
  readonly doubtOfDecrypting?: string | undefined;
}

/** Adds reads, decrypts, writes and encrypts. */
export function addArtifactHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  actor: Actor,
  does: Does,
): void {
  if (!does.reads && !does.writes) return;
  if (setting.store === null) {
    const kind = does.reads ? 'reads' : 'writes';
    path.add(kind, action, nodes.add(missingStore(setting)), [], [noStore(setting)]);
    return;
  }
  const doubtful = (doubt: string | undefined) => (stated: readonly StatedNeed[]) =>
    actor.needs(doubt === undefined ? stated : stated.map((one) => ({ ...one, doubt })));
  const reader = { ...actor, needs: doubtful(does.doubtOfReading) };
  const decrypter = { ...actor, needs: doubtful(does.doubtOfReading ?? does.doubtOfDecrypting) };
  if (does.reads) addReads(path, nodes, setting, action, reader, decrypter);
  if (does.writes) addWrites(path, nodes, setting, action, actor, does);
}

function addReads(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  actor: Actor,
  decrypter: Actor,
): void {
  const { pipeline, store, partition, region } = setting;
  if (store === null) return;
  const keys = inputKeys(setting, actor.account);
  const bucket = setting.inventory.buckets.get(`arn:${partition}:s3:::${store.bucket}`);
  const objectOwner = ownerOfInputs(setting, bucket, region, actor.account);
  const needs = actor.needs(readNeeds(partition, pipeline, store, ownerOf(setting), objectOwner));
  path.add('reads', action, nodes.add(storeOf(setting)), needs, [
    ...ownFaults(setting),
    ...expiryFaults(setting, store, bucket),
    ...faultsOf(keys),
  ]);
  for (const key of keys)
    addKeyHop(path, nodes, setting, action, decrypter, key, 'decrypts', (arn) =>
      decryptNeeds(arn, partition, region, actor.account),
    );
}

function addWrites(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  actor: Actor,
  { reads, acl: rule, alsoOnWrite = [] }: Does,
): void {
  const { pipeline, store, partition, region, inventory } = setting;
  if (store === null) return;
  const key =
    actor.writeKey === undefined
      ? storeKey(inventory, pipeline, store, actor.account)
      : resolveKey(inventory, writtenKey(setting, actor.writeKey), actor.account);
  const keyArn = key.kind === 'key' ? key.arn : null;
  const owner = ownerOf(setting);
  const acl = aclOf(rule, owner !== actor.account);
  const stated = writeNeeds(partition, pipeline, store, { owner, keyArn, acl, also: alsoOnWrite });
  const needs = actor.needs(stated);
  const bucket = `arn:${partition}:s3:::${store.bucket}`;
  const faults = [
    ...(reads ? [] : [...ownFaults(setting), ...faultsOf([key])]),
    ...ownershipFaults(inventory, bucket, actor.account, acl === 'yes'),
  ];
  path.add('writes', action, nodes.add(storeOf(setting)), needs, faults);
  // Of one key whose name could not be resolved, reading has said already what there is to say.
  if (key.kind === 'unresolved' && reads && actor.writeKey === undefined) return;
  addKeyHop(path, nodes, setting, action, actor, key, 'encrypts', (arn) =>
    encryptNeeds(arn, partition, region, actor.account, setting.action.provider),
  );
}

function addKeyHop(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  actor: Actor,
  key: StoreKey,
  kind: 'decrypts' | 'encrypts',
  stated: (arn: Arn) => readonly StatedNeed[],
): void {
  const { inventory, pipeline, partition, region } = setting;
  if (key.kind === 'key') {
    const node = nodes.add(keyNode(inventory, key.arn, arnAccount(key.arn), region));
    const faults = keyFaults(inventory, key.arn, region, actor.account);
    path.add(kind, action, node, actor.needs(stated(key.arn)), faults);
  }
  if (key.kind === 'unresolved') {
    const any = `arn:${partition}:kms:${region}:${pipeline.account}:key/*`;
    const node = nodes.add({ ...keyNode(inventory, key.name, pipeline.account, region), scanned: false });
    const needs = stated(any).map((need) => ({ ...need, cannotTell: key.reason }));
    path.add(kind, action, node, actor.needs(needs));
  }
}

function faultsOf(keys: readonly StoreKey[]): readonly StructureFault[] {
  return keys.flatMap((key) =>
    key.kind === 'fault' || (key.kind === 'aws-managed' && key.fault !== null) ? (key.fault ?? []) : [],
  );
}

function ownFaults(setting: ActionSetting): readonly StructureFault[] {
  const { inventory, pipeline, store, partition } = setting;
  if (store === null) return [];
  const bucket = `arn:${partition}:s3:::${store.bucket}`;
  return [
    ...storeFaults(inventory, pipeline, store, bucket),
    ...expiryFaults(setting, store, inventory.buckets.get(bucket)),
  ];
}

function storeOf({ inventory, pipeline, store, partition }: ActionSetting) {
  return storeNode(inventory, pipeline, `arn:${partition}:s3:::${store?.bucket}`, store?.region ?? '');
}

function ownerOf({ inventory, pipeline, store, partition }: ActionSetting): AccountId {
  return inventory.buckets.get(`arn:${partition}:s3:::${store?.bucket}`)?.account ?? pipeline.account;
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
