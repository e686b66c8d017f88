// The hop that carries what is wrong with an action as such: the role that runs it, on the action itself.
import type { ActionProvider, ActionSetting } from '@/lib/providers/action-provider';
import type { NodeId, StructureFault } from './hop';
import { type NodeSet, roleNode } from './node-set';
import type { PathBuilder } from './path-builder';
import { SHAPE_RULES } from './shape-rules';
import { triggerFaults } from './trigger-hops';

/** Adds it where there is something to say. */
export function addShapeFaults(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  provider: ActionProvider | null,
  action: NodeId,
): void {
  const faults: readonly StructureFault[] = [
    ...SHAPE_RULES.flatMap(({ id, source, certain, find }) => {
      const sentence = find(setting);
      return sentence === null ? [] : [{ rule: id, sentence, source, certain }];
    }),
    ...triggerFaults(setting),
    ...(provider?.faults?.(setting) ?? []),
  ];
  if (faults.length === 0) return;
  const job = setting.action.roleArn === null ? 'pipeline role' : 'action role';
  path.add('calls', nodes.add(roleNode(setting.inventory, setting.role, job)), action, [], faults);
}
