// A hat on the rack: a role, what it is for, and how wide its brim is.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import type { Finding } from '@/lib/findings/finding';
import type { GraphNode } from '@/lib/graph/hop';
import type { State } from '@/lib/verdict/judgement';
import { stateWord } from '../state-word';
import { blameOf } from './fault-words';
import type { PlanCard } from './plan';
import type { PlanIndex } from './plan-index';
import { worst } from './worst';

/** The findings that mark a role as over-broad, by its ARN. */
export type MarksOf = ReadonlyMap<string, readonly Finding[]>;

/** Those of a judgement. Never throws. */
export function marksOf(analysis: Analysis): MarksOf {
  return groupBy(
    analysis.findings.filter((finding) => finding.marks),
    (finding) => finding.subject,
  );
}

/** The card of a role. Over-broad when a link onto it is, or when a finding says so of the role itself. Never throws. */
export function hatCard(marksBy: MarksOf, node: GraphNode, index: PlanIndex): PlanCard {
  const onto = index.linksTo(node.id);
  const findings = marksBy.get(node.arn ?? '') ?? [];
  const climbs = onto.filter((link) => link.kind === 'assumes');
  const overBroad = findings.length > 0 || climbs.some((link) => link.overBroad);
  const marks = [...new Set([...findings.map(({ id }) => id), ...climbs.flatMap((link) => link.marks)])];
  const state = worst(onto.map((link) => link.state).filter((one): one is State => one !== 'neutral'));
  const reach = findings.find((finding) => finding.reach?.complete === true)?.reach ?? null;
  const second = reach === null ? node.job : `${reach.can.length} can wear it, ${reach.need.length} need`;
  return {
    id: node.id,
    kind: 'hat',
    title: node.name,
    second,
    account: node.account,
    region: null,
    column: 0,
    state,
    mark: blameOf(index, node.id),
    overBroad,
    marks,
    opens: null,
    scanned: node.scanned && !node.job.includes('does not exist'),
    modelled: true,
    wears: null,
    foot: null,
    glyph: 'hat',
    atFault: false,
    paths: [...new Set(index.linksAt(node.id).flatMap((link) => link.paths))],
    label: `${node.name}, ${node.job} in ${node.account ?? 'no account'}${state === null ? '' : `: ${stateWord(state)}`}${overBroad ? ', over-broad' : ''}`,
  };
}
