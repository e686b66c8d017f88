// Where a choice of the palette leads, in the snapshot that is in view.
import { askHref } from '@/components/ask/view-state';
import { coverageHref } from '@/components/coverage/view-state';
import { findingsHref } from '@/components/findings/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { roleHref } from '@/components/role/view-state';
import type { PaletteGoal } from '@/lib/scene/palette';

/** A bucket has no page: it is found in the drawing of a pipeline that keeps its artifacts there, else asked about. Never throws. */
export function goalHref(goal: PaletteGoal, snapshot: string | null): string {
  switch (goal.kind) {
    case 'pipeline':
      return pipelineHref(`/pipelines/${goal.id}`, { snapshot });
    case 'action':
      return pipelineHref(`/pipelines/${goal.pipeline}`, { snapshot, action: goal.action });
    case 'hat':
      return roleHref(goal.id, snapshot);
    case 'bucket':
      return goal.pipeline === null
        ? askHref({ does: 's3:GetObject', on: `${goal.arn}/*` }, snapshot)
        : pipelineHref(`/pipelines/${goal.pipeline}`, { snapshot, find: goal.name });
    case 'account':
      return coverageHref('/accounts', { snapshot, account: goal.id });
    case 'finding':
      return findingsHref('/findings', { snapshot, finding: goal.id });
  }
}
