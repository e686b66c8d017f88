// The cards: what each node of the graph shows, and where it would like to stand.
import type { Analysis } from '@/lib/analysis/analysis';
import { sortedBy } from '@/lib/base/sort';
import type { GraphNode } from '@/lib/graph/hop';
import type { Pipeline } from '@/lib/model/resource';
import { arnName } from '@/lib/names/arn';
import type { JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { stateWord } from '../state-word';
import { type AccountName, blameOf, faultOfResource } from './fault-words';
import type { CardKind, PlanCard, PlanLink } from './plan';
import { hatCard } from './plan-hats';
import { worst } from './worst';

const GLYPH_OF: Readonly<Record<string, string>> = {
  CloudFormation: 'stack',
  CodeBuild: 'build',
  Lambda: 'function',
  ECS: 'container',
  Manual: 'approve',
};

/** A card for every node that has one: a resource used by one action alone is the foot of that action's card. Never throws. */
export function planCards(
  analysis: Analysis,
  judged: JudgedPipeline,
  pipeline: Pipeline,
  links: readonly PlanLink[],
): readonly PlanCard[] {
  const feet = feetOf(judged, links);
  const nameOf = (id: string): string => analysis.inventory.accounts.get(id)?.name ?? id;
  const cards = judged.nodes.flatMap((node): PlanCard[] => {
    switch (node.kind) {
      case 'service':
        return links
          .filter((link) => link.kind === 'service' && link.from.startsWith(`${node.id} > `))
          .map((link) => serviceCard(node, link, judged));
      case 'role':
        return [hatCard(analysis, node, links, judged)];
      case 'ci':
        return [resourceCard('ci', node, pipeline, judged, links, nameOf)];
      case 'store':
      case 'bucket':
      case 'key':
      case 'connection':
        return [resourceCard(node.kind, node, pipeline, judged, links, nameOf)];
      default:
        // Everything that an action calls: one card for all kinds.
        if (judged.paths.some(({ path }) => path.actionNode === node.id)) return [];
        return feet.has(node.id) ? [] : [resourceCard('resource', node, pipeline, judged, links, nameOf)];
    }
  });
  const broad = new Set(cards.filter((card) => card.kind === 'hat' && card.overBroad).map((card) => card.id));
  const actions = judged.paths.map((path) => actionCard(path, judged, broad, feet, analysis));
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
function feetOf(judged: JudgedPipeline, links: readonly PlanLink[]): ReadonlyMap<string, GraphNode> {
  const feet = new Map<string, GraphNode>();
  for (const node of judged.nodes) {
    if (OWN_CARD.has(node.kind)) continue;
    const users = new Set(links.filter((link) => link.to === node.id).map((link) => link.from));
    if (users.size === 1 && !judged.paths.some(({ path }) => path.actionNode === node.id))
      feet.set(node.id, node);
  }
  return feet;
}

function actionCard(
  { path, state, overBroad }: JudgedPath,
  judged: JudgedPipeline,
  broad: ReadonlySet<string>,
  feet: ReadonlyMap<string, GraphNode>,
  analysis: Analysis,
): PlanCard {
  const node = judged.nodes.find((one) => one.id === path.actionNode);
  const hat = judged.nodes.find((one) => one.kind === 'role' && one.arn === path.role);
  const called = judged.paths
    .find((one) => one.path === path)
    ?.hops.flatMap(({ hop }) => feet.get(hop.to) ?? [])[0];
  const account = analysis.inventory.accounts.get(path.account)?.name ?? path.account;
  const key = `${path.stage}/${path.action}`;
  const hatWords = hat === undefined ? 'no hat needed' : `wears ${hat.name} of ${account}`;
  return {
    id: path.actionNode,
    kind: 'action',
    title: path.action,
    second: path.role === null ? 'no hat needed' : (node?.job ?? path.provider),
    account: path.account,
    region: path.region,
    column: path.stageIndex + 1,
    state: path.role === null && path.hops.length === 0 ? null : state,
    mark: path.role === null && path.hops.length === 0 ? null : state,
    overBroad,
    opens: key,
    scanned: true,
    modelled: path.modelled,
    wears:
      path.role === null
        ? null
        : {
            text: hat?.name ?? arnName(path.role),
            account: path.account === judged.arn.split(':')[4] ? '' : account,
            overBroad: broad.has(hat?.id ?? ''),
          },
    foot: path.modelled
      ? called === undefined
        ? null
        : { glyph: GLYPH_OF[path.provider] ?? 'action', text: called.name }
      : { glyph: 'unscanned', text: 'not modelled yet' },
    glyph: GLYPH_OF[path.provider] ?? 'action',
    paths: [key],
    atFault: false,
    label: `${path.stage}, ${path.action}, ${node?.job ?? path.provider} in ${account}, ${path.region}, ${hatWords}: ${stateWord(state)}${overBroad ? ', over-broad' : ''}`,
  };
}

function serviceCard(node: GraphNode, link: PlanLink, judged: JudgedPipeline): PlanCard {
  const hat = judged.nodes.find((one) => one.id === link.to);
  return {
    ...plain('service', node, link.paths),
    id: link.from,
    account: hat?.account ?? null,
    region: null,
    second: '',
    label: `${node.name}, ${node.job}, puts on ${hat?.name ?? 'a role'}`,
  };
}

function resourceCard(
  kind: CardKind,
  node: GraphNode,
  pipeline: Pipeline,
  judged: JudgedPipeline,
  links: readonly PlanLink[],
  nameOf: AccountName,
): PlanCard {
  const touching = links.filter((link) => link.to === node.id || link.from === node.id);
  const paths = [...new Set(touching.flatMap((link) => link.paths))];
  const states = links.filter((link) => link.to === node.id).map((link) => link.state);
  const state = worst(states.filter((one): one is State => one !== 'neutral'));
  const fault = faultOfResource(links, node.id, judged, nameOf);
  return {
    ...plain(kind, node, paths),
    region: kind === 'ci' ? null : (node.region ?? pipeline.region),
    account: kind === 'ci' ? null : (node.account ?? pipeline.account),
    column: wantedColumn(kind, node, judged, pipeline),
    state,
    mark: blameOf(links, node.id, judged),
    atFault: fault !== null,
    second: fault ?? node.job,
    label: `${node.name}, ${node.job}${node.region === null ? '' : ` in ${node.region}`}${state === null ? '' : `: ${stateWord(state)}`}${fault === null ? '' : `, ${fault}`}`,
  };
}

function plain(kind: CardKind, node: GraphNode, paths: readonly string[]): PlanCard {
  const glyphs: Partial<Record<GraphNode['kind'], string>> = {
    store: 'store',
    bucket: 'store',
    key: 'key',
    connection: 'event',
    stack: 'stack',
    ci: 'ci',
    topic: 'event',
    'event-bus': 'event',
    'event-rule': 'event',
    project: 'build',
    function: 'function',
    'container-service': 'container',
  };
  return {
    id: node.id,
    kind,
    title: node.name,
    second: node.job,
    account: node.account,
    region: node.region,
    column: 0,
    state: null,
    mark: null,
    overBroad: false,
    opens: null,
    scanned: node.scanned,
    modelled: true,
    wears: null,
    foot: null,
    glyph: glyphs[node.kind] ?? 'action',
    paths,
    atFault: false,
    label: `${node.name}, ${node.job}`,
  };
}

/** A store stands one column before the first action of its region that is not the pipeline's source, its key one after it. */
function wantedColumn(kind: CardKind, node: GraphNode, judged: JudgedPipeline, pipeline: Pipeline): number {
  const users = judged.paths.filter(({ hops }) =>
    hops.some(({ hop }) => hop.to === node.id || hop.from === node.id),
  );
  const own = users.filter(({ path }) => path.region === node.region);
  const first = Math.min(
    ...(own.length > 0 ? own : users).map(({ path }) => path.stageIndex + 1),
    Number.MAX_SAFE_INTEGER,
  );
  if (first === Number.MAX_SAFE_INTEGER) return 1;
  if (kind === 'store') return Math.max(node.region === pipeline.region ? 2 : 1, first - 1);
  if (kind === 'key') return Math.max(3, first);
  return first;
}
