// Collects the nodes of a graph: each thing once, whoever names it.
import { sortedBy } from '@/lib/base/sort';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { serviceTitle } from '@/lib/names/service-title';
import type { GraphNode, NodeId } from './hop';

export interface NodeSet {
  /** Adds a node, or finds the one with this id; the first to name a thing says what it is for. */
  readonly add: (node: GraphNode) => NodeId;
  readonly list: () => readonly GraphNode[];
}

/** An empty set. */
export function nodeSet(): NodeSet {
  const nodes = new Map<NodeId, GraphNode>();
  return {
    add(node) {
      if (!nodes.has(node.id)) nodes.set(node.id, node);
      return node.id;
    },
    list: () => sortedBy([...nodes.values()], (node) => node.id),
  };
}

/** An AWS service that puts a hat on. Never throws. */
export function serviceNode(principal: string): GraphNode {
  return {
    id: `service:${principal}`,
    kind: 'service',
    account: null,
    region: null,
    name: serviceTitle(principal),
    arn: null,
    job: 'AWS service',
    scanned: true,
  };
}

/** A role of which only the job is known: a variable, or a resource that was not read, holds its name. Never throws. */
export function unknownRoleNode(action: NodeId, account: string, job: string): GraphNode {
  return {
    id: `role:unknown ${job} of ${action}`,
    kind: 'role',
    account,
    region: null,
    name: job,
    arn: null,
    job,
    scanned: false,
  };
}

/** A role, whether it was scanned or only named. Never throws. */
export function roleNode(inventory: Inventory, arn: Arn, job: string): GraphNode {
  const account = arnAccount(arn);
  return {
    id: `role:${arn}`,
    kind: 'role',
    account,
    region: null,
    name: arnName(arn),
    arn,
    job:
      inventory.roles.has(arn) || account === null || !inventory.iamReadIn.has(account)
        ? job
        : `${job}, does not exist`,
    scanned: inventory.roles.has(arn) || (account !== null && inventory.iamReadIn.has(account)),
  };
}

/** The card of an action. Never throws. */
export function actionNode(
  pipeline: Pipeline,
  action: PipelineAction,
  account: string,
  region: string,
  job: string,
  modelled: boolean,
): GraphNode {
  return {
    id: `action:${pipeline.arn}/${action.stage}/${action.name}`,
    kind: modelled ? 'action' : 'not-modelled',
    account,
    region,
    name: action.name,
    arn: `${pipeline.arn}/${action.stage}/${action.name}`,
    job,
    scanned: true,
  };
}

/** An artifact store. The bucket belongs to the pipeline's account unless the scan found it elsewhere.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html (read 2026-11-24) */
export function storeNode(inventory: Inventory, pipeline: Pipeline, bucket: Arn, region: string): GraphNode {
  const found = inventory.buckets.get(bucket);
  return {
    id: `bucket:${bucket}`,
    kind: 'store',
    account: found?.account ?? pipeline.account,
    region,
    name: arnName(bucket),
    arn: bucket,
    job: 'store',
    scanned: found !== undefined,
  };
}

/** A KMS key; its name is its first alias where there is one. Never throws. */
export function keyNode(
  inventory: Inventory,
  arn: Arn,
  account: string | null,
  region: string | null,
): GraphNode {
  const found = inventory.keys.get(arn);
  return {
    id: `key:${arn}`,
    kind: 'key',
    account,
    region,
    name: found?.aliases[0]?.replace(/^alias\//, '') ?? arnName(arn),
    arn,
    job: 'key',
    scanned: found !== undefined,
  };
}
