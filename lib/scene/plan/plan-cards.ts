// The cards: what each node of the graph shows, and where it would like to stand.
import type { Analysis } from '@/lib/analysis/analysis';
import { sortedBy } from '@/lib/base/sort';
import type { GraphNode } from '@/lib/graph/hop';
import type { Pipeline } from '@/lib/model/resource';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import type { PlanCard, PlanLink } from './plan';
import { actionCard } from './plan-actions';
import { hatCard, marksOf } from './plan-hats';
import { type PlanIndex, planIndex } from './plan-index';
import { plainCard, resourceCard } from './plan-resources';

/** A card for every node that has one: a resource used by one action alone is the foot of that action's card. Never throws. */
export function planCards(
  analysis: Analysis,
  judged: JudgedPipeline,
  pipeline: Pipeline,
  links: readonly PlanLink[],
): readonly PlanCard[] {
  const index = planIndex(judged, links);
  const marks = marksOf(analysis);
  const feet = feetOf(judged, index);
  const nameOf = (id: string): string => analysis.inventory.accounts.get(id)?.name ?? id;
  const cards = judged.nodes.flatMap((node): PlanCard[] => {
    switch (node.kind) {
      case 'service':
        return links
          .filter((link) => link.kind === 'service' && link.from.startsWith(`${node.id} > `))
          .map((link) => serviceCard(node, link, index));
      case 'role':
        return [hatCard(marks, node, index)];
      case 'ci':
        return [resourceCard('ci', node, pipeline, index, nameOf)];
      case 'store':
      case 'bucket':
      case 'key':
      case 'connection':
        return [resourceCard(node.kind, node, pipeline, index, nameOf)];
      default:
        // Everything that an action calls: one card for all kinds.
        if (index.actionNodes.has(node.id)) return [];
        return feet.has(node.id) ? [] : [resourceCard('resource', node, pipeline, index, nameOf)];
    }
  });
  const broad = new Set(cards.filter((card) => card.kind === 'hat' && card.overBroad).map((card) => card.id));
  const actions = judged.paths.map((path) => actionCard(path, judged, index, { broad, feet, nameOf }));
  return [...actions, ...sortedBy(cards, (card) => card.id)];
}

const OWN_CARD: ReadonlySet<GraphNode['kind']> = new Set([
  'service',
  'role',
  'action',
  'store',
  'bucket',
  'key',
  'connection',
  'ci',
]);

/** The resources that are drawn as a foot: node id → the node, where exactly one action calls it. */
function feetOf(judged: JudgedPipeline, index: PlanIndex): ReadonlyMap<string, GraphNode> {
  const feet = new Map<string, GraphNode>();
  for (const node of judged.nodes) {
    if (OWN_CARD.has(node.kind)) continue;
    const users = new Set(index.linksTo(node.id).map((link) => link.from));
    if (users.size === 1 && !index.actionNodes.has(node.id)) feet.set(node.id, node);
  }
  return feet;
}

function serviceCard(node: GraphNode, link: PlanLink, { nodes }: PlanIndex): PlanCard {
  const hat = nodes.get(link.to);
  return {
    ...plainCard('service', node, link.paths),
    id: link.from,
    account: hat?.account ?? null,
    region: null,
    second: '',
    label: `${node.name}, ${node.job}, puts on ${hat?.name ?? 'a role'}`,
  };
}
