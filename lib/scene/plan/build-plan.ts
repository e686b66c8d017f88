// Gathers what one pipeline's drawing shows, without a coordinate in it.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Arn } from '@/lib/names/arn';
import type { Plan } from './plan';
import { planAccounts } from './plan-accounts';
import { planCards } from './plan-cards';
import { planLinks } from './plan-links';
import { planStages } from './plan-stages';

/** The plan of one pipeline. @throws when the analysis has no such pipeline. */
export function buildPlan(analysis: Analysis, arn: Arn): Plan {
  const judged = analysis.pipelines.find((one) => one.arn === arn);
  const pipeline = analysis.inventory.pipelines.get(arn);
  if (judged === undefined || pipeline === undefined) throw new Error(`invariant broken: no pipeline ${arn}`);
  const links = planLinks(judged);
  const cards = planCards(analysis, judged, pipeline, links);
  return {
    name: pipeline.name,
    account: pipeline.account,
    region: pipeline.region,
    takenAt: analysis.snapshot.takenAt,
    state: judged.state,
    stages: planStages(pipeline),
    accounts: planAccounts(analysis, pipeline, cards),
    cards,
    links,
  };
}
