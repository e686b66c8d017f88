// A hat on the rack: a role, what it is for, and how wide its brim is.
import type { Analysis } from '@/lib/analysis/analysis';
import type { GraphNode } from '@/lib/graph/hop';
import type { JudgedPipeline, State } from '@/lib/verdict/judgement';
import { stateWord } from '../state-word';
import { blameOf } from './fault-words';
import type { PlanCard, PlanLink } from './plan';
import { worst } from './worst';

/** The card of a role. Over-broad when a link onto it is, or when a finding says so of the role itself. Never throws. */
export function hatCard(
  analysis: Analysis,
  node: GraphNode,
  links: readonly PlanLink[],
  judged: JudgedPipeline,
): PlanCard {
  const onto = links.filter((link) => link.to === node.id);
  const findings = analysis.findings.filter((finding) => finding.subject === node.arn && finding.marks);
  const overBroad = findings.length > 0 || onto.some((link) => link.kind === 'assumes' && link.overBroad);
  const state = worst(onto.map((link) => link.state).filter((one): one is State => one !== 'neutral'));
  const reach = findings.find((finding) => finding.reach?.complete === true)?.reach ?? null;
  const second = reach === null ? node.job : `${reach.can.length} can wear it, ${reach.need.length} need`;
  const touching = links.filter((link) => link.to === node.id || link.from === node.id);
  return {
    id: node.id,
    kind: 'hat',
    title: node.name,
    second,
    account: node.account,
    region: null,
    column: 0,
    state,
    mark: blameOf(links, node.id, judged),
    overBroad,
    opens: null,
    scanned: node.scanned && !node.job.includes('does not exist'),
    modelled: true,
    wears: null,
    foot: null,
    glyph: 'hat',
    atFault: false,
    paths: [...new Set(touching.flatMap((link) => link.paths))],
    label: `${node.name}, ${node.job} in ${node.account ?? 'no account'}${state === null ? '' : `: ${stateWord(state)}`}${overBroad ? ', over-broad' : ''}`,
  };
}
