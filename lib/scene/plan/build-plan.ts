// Gathers what one pipeline's drawing shows, without a coordinate in it.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Arn } from '@/lib/names/arn';
import { MOST_CARDS, type SceneView } from '../view';
import { foldPlan } from './fold-plan';
import { hideFromPlan, type Shown } from './hide-plan';
import type { Plan } from './plan';
import { planAccounts } from './plan-accounts';
import { planCards } from './plan-cards';
import { planLinks } from './plan-links';
import { planStages } from './plan-stages';

/** The plan of one pipeline, as this view asks for it. @throws when the analysis has no such pipeline. */
export function buildPlan(analysis: Analysis, arn: Arn, view: SceneView): Plan {
  const judged = analysis.pipelines.find((one) => one.arn === arn);
  const pipeline = analysis.inventory.pipelines.get(arn);
  if (judged === undefined || pipeline === undefined) throw new Error(`invariant broken: no pipeline ${arn}`);
  const allLinks = planLinks(judged);
  const allCards = planCards(analysis, judged, pipeline, allLinks);
  const stages = planStages(pipeline);
  const shown = hideFromPlan(allCards, allLinks, view.hidden ?? '', view.selected);
  const folded = view.folded ?? (shown.cards.length > MOST_CARDS ? everyAccount(shown) : []);
  const { cards, links } = foldPlan(shown, stages, folded);
  return {
    name: pipeline.name,
    account: pipeline.account,
    region: pipeline.region,
    takenAt: analysis.snapshot.takenAt,
    state: judged.state,
    stages,
    accounts: planAccounts(analysis, pipeline, cards),
    cards,
    links,
    folded,
  };
}

function everyAccount({ cards }: Shown): readonly string[] {
  return [
    ...new Set(cards.flatMap((card) => (card.account === null ? [] : [`account:${card.account}`]))),
  ].sort();
}
