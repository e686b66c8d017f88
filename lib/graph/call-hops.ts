// The hops by which a role calls what an action names: stacks, projects, connections, topics.
import type { ActionSetting, Call, StatedNeed } from '@/lib/providers/action-provider';
import type { GraphNode, Need, NodeId } from './hop';
import { keyNode, type NodeSet, roleNode } from './node-set';
import type { PathBuilder } from './path-builder';

/** Adds one hop for each call; `needs` gives a stated need its principal. */
export function addCalls(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  calls: readonly Call[],
  needs: (stated: readonly StatedNeed[]) => readonly Need[],
): void {
  for (const call of calls)
    path.add(call.kind, action, nodes.add(targetNode(setting, call)), needs(call.needs), call.faults ?? []);
}

/** The node of what is called. Never throws. */
export function targetNode({ inventory }: ActionSetting, { target }: Call): GraphNode {
  if (target.kind === 'key' && target.arn !== null)
    return keyNode(inventory, target.arn, target.account, target.region);
  if (target.kind === 'role' && target.arn !== null) return roleNode(inventory, target.arn, target.job);
  const found = target.arn === null ? undefined : inventory.buckets.get(target.arn);
  return {
    id: `${target.kind}:${target.arn ?? `${target.account ?? ''} ${target.region ?? ''} ${target.name}`}`,
    kind: target.kind,
    account: target.account ?? found?.account ?? null,
    region: target.region,
    name: target.name,
    arn: target.arn,
    job: target.job,
    scanned: target.kind === 'bucket' ? found !== undefined : (target.scanned ?? true),
  };
}
