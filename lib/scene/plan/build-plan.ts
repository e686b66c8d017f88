// Gathers what one pipeline's drawing shows, without a coordinate in it.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Arn } from '@/lib/names/arn';
import type { SceneView } from '../view';
import { foldChoice } from './fold-choice';
import { foldPlan } from './fold-plan';
import { hideFromPlan } from './hide-plan';
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
  const stages = planStages(analysis, pipeline);
  const shown = hideFromPlan(allCards, allLinks, view.hidden ?? '', view.selected);
  const nameOf = (id: string): string => analysis.inventory.accounts.get(id)?.name ?? id;
  const { folded, groups } = foldChoice(view.folded, shown.cards, pipeline.account, nameOf);
  const { cards, links } = foldPlan(shown, stages, folded, groups);
  return {
    name: pipeline.name,
    account: pipeline.account,
    region: pipeline.region,
    takenAt: analysis.snapshot.takenAt,
    state: judged.state,
    stages,
    accounts: planAccounts(analysis, pipeline, cards, groups),
    cards,
    links,
    folded,
  };
}
