// The card of an action: what it is called, what it works with, and which hat it wears.
import type { GraphNode } from '@/lib/graph/hop';
import { arnName } from '@/lib/names/arn';
import type { JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { stateWord } from '../state-word';
import type { AccountName } from './fault-words';
import type { PlanCard } from './plan';
import type { PlanIndex } from './plan-index';

const GLYPH_OF: Readonly<Record<string, string>> = {
  CloudFormation: 'stack',
  CodeBuild: 'build',
  Lambda: 'function',
  ECS: 'container',
  Manual: 'approve',
};

/** What else of the drawing an action's card shows. */
export interface Around {
  /** Cards of hats that are too wide. */
  readonly broad: ReadonlySet<string>;
  /** Nodes that are drawn as the foot of the action that calls them. */
  readonly feet: ReadonlyMap<string, GraphNode>;
  readonly nameOf: AccountName;
}

/** The card of an action. Never throws. */
export function actionCard(
  { path, state, overBroad, marks, hops }: JudgedPath,
  judged: JudgedPipeline,
  index: PlanIndex,
  { broad, feet, nameOf }: Around,
): PlanCard {
  const node = index.nodes.get(path.actionNode);
  const hat = path.role === null ? undefined : index.hats.get(path.role);
  const called = hops.flatMap(({ hop }) => feet.get(hop.to) ?? [])[0];
  const account = nameOf(path.account);
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
    marks,
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
