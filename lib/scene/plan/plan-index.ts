// What a plan's cards are looked up by, so that each is made without going through all links and paths.
import { groupBy } from '@/lib/base/group-by';
import type { GraphNode, NodeId } from '@/lib/graph/hop';
import type { Arn } from '@/lib/names/arn';
import type { JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import type { PlanLink } from './plan';

export interface PlanIndex {
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  /** The nodes that are roles, by ARN. */
  readonly hats: ReadonlyMap<Arn, GraphNode>;
  /** By `stage/action`. */
  readonly paths: ReadonlyMap<string, JudgedPath>;
  /** The nodes that are actions of this pipeline. */
  readonly actionNodes: ReadonlySet<NodeId>;
  readonly linksTo: (node: NodeId) => readonly PlanLink[];
  /** Links with the node at either end, in their order. */
  readonly linksAt: (node: NodeId) => readonly PlanLink[];
  /** The paths of which a hop begins or ends there, in their order. */
  readonly pathsAt: (node: NodeId) => readonly JudgedPath[];
}

/** The index of a pipeline and its links. Never throws. */
export function planIndex(judged: JudgedPipeline, links: readonly PlanLink[]): PlanIndex {
  const to = groupBy(links, (link) => link.to);
  const at = new Map<NodeId, PlanLink[]>();
  for (const link of links) for (const end of new Set([link.from, link.to])) push(at, end, link);
  const through = new Map<NodeId, JudgedPath[]>();
  for (const path of judged.paths)
    for (const end of new Set(path.hops.flatMap(({ hop }) => [hop.from, hop.to]))) push(through, end, path);
  const hats = new Map<Arn, GraphNode>();
  for (const node of judged.nodes)
    if (node.kind === 'role' && node.arn !== null && !hats.has(node.arn)) hats.set(node.arn, node);
  return {
    nodes: new Map(judged.nodes.map((node) => [node.id, node])),
    hats,
    paths: new Map(judged.paths.map((one) => [`${one.path.stage}/${one.path.action}`, one])),
    actionNodes: new Set(judged.paths.map(({ path }) => path.actionNode)),
    linksTo: (node) => to.get(node) ?? [],
    linksAt: (node) => at.get(node) ?? [],
    pathsAt: (node) => through.get(node) ?? [],
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
