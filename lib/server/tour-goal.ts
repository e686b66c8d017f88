// Where the tour leads: to what breaks first.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { viewsOf } from '@/lib/kept/views';
import type { Overview } from '@/lib/scene/overview';

/** The broken action that the tour explains, or null where nothing is broken. Never throws. */
export function tourGoal({
  causes,
}: Overview): { readonly pipeline: string; readonly action: string } | null {
  const cause = causes.find(({ state }) => state === 'broken');
  return cause === undefined ? null : cause.places[0];
}

/** The same of a whole analysis. Never throws. */
export function tourGoalOf(analysis: Analysis): ReturnType<typeof tourGoal> {
  return tourGoal(viewsOf(analysis, ['overview']).overview);
}
