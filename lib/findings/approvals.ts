// Whether somebody has to say yes before a pipeline reaches production.
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { tierOfAction } from './action-tier';

/** The first action of tier prod that no approval stands before, with how its tier was told; null where there is none. An approval
 *  counts in a stage before, or in the same stage in a group before. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html (read 2026-11-27) */
export function unapproved(
  inventory: Inventory,
  { arn, paths }: JudgedPipeline,
): { readonly action: string; readonly told: string } | null {
  const stages = inventory.pipelines.get(arn)?.stages ?? [];
  const orderOf = (stage: number, action: string) =>
    stages[stage]?.actions.find((one) => one.name === action)?.runOrder ?? 1;
  const approvals = stages.flatMap((stage, index) =>
    stage.actions
      .filter((one) => one.category === 'Approval')
      .map((one) => ({ stage: index, order: one.runOrder })),
  );
  for (const { path } of paths) {
    const tier = tierOfAction(inventory, path);
    if (tier?.name !== 'prod') continue;
    const order = orderOf(path.stageIndex, path.action);
    const isApproved = approvals.some(
      (one) => one.stage < path.stageIndex || (one.stage === path.stageIndex && one.order < order),
    );
    if (!isApproved) return { action: `${path.stage}/${path.action}`, told: tier.told };
  }
  return null;
}
