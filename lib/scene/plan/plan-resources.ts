// The card of a store, a bucket, a key, a connection, or anything else that actions reach.
import type { GraphNode } from '@/lib/graph/hop';
import type { Pipeline } from '@/lib/model/resource';
import type { State } from '@/lib/verdict/judgement';
import { stateWord } from '../state-word';
import { type AccountName, blameOf, faultOfResource } from './fault-words';
import type { CardKind, PlanCard } from './plan';
import type { PlanIndex } from './plan-index';
import { worst } from './worst';

/** The card of a resource, with what is its own fault. Never throws. */
export function resourceCard(
  kind: CardKind,
  node: GraphNode,
  pipeline: Pipeline,
  index: PlanIndex,
  nameOf: AccountName,
): PlanCard {
  const paths = [...new Set(index.linksAt(node.id).flatMap((link) => link.paths))];
  const states = index.linksTo(node.id).map((link) => link.state);
  const state = worst(states.filter((one): one is State => one !== 'neutral'));
  const fault = faultOfResource(index, node.id, nameOf);
  return {
    ...plainCard(kind, node, paths),
    region: kind === 'ci' ? null : (node.region ?? pipeline.region),
    account: kind === 'ci' ? null : (node.account ?? pipeline.account),
    column: wantedColumn(kind, node, index, pipeline),
    state,
    mark: blameOf(index, node.id),
    atFault: fault !== null,
    second: fault ?? node.job,
    label: `${node.name}, ${node.job}${node.region === null ? '' : ` in ${node.region}`}${state === null ? '' : `: ${stateWord(state)}`}${fault === null ? '' : `, ${fault}`}`,
  };
}

const GLYPHS: Partial<Record<GraphNode['kind'], string>> = {
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

/** A card that says what a node is, and of no state. Never throws. */
export function plainCard(kind: CardKind, node: GraphNode, paths: readonly string[]): PlanCard {
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
    marks: [],
    opens: null,
    scanned: node.scanned,
    modelled: true,
    wears: null,
    foot: null,
    glyph: GLYPHS[node.kind] ?? 'action',
    paths,
    atFault: false,
    label: `${node.name}, ${node.job}`,
  };
}

/** A store stands one column before the first action of its region that is not the pipeline's source, its key one after it. */
function wantedColumn(kind: CardKind, node: GraphNode, { pathsAt }: PlanIndex, pipeline: Pipeline): number {
  const users = pathsAt(node.id);
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
