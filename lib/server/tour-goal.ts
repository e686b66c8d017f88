// Where the tour leads: to what breaks first.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { overviewView } from './overview-view';

/** The broken action that the tour explains, or null where nothing is broken. Never throws. */
export function tourGoal(analysis: Analysis): { readonly pipeline: string; readonly action: string } | null {
  const cause = overviewView(analysis).causes.find(({ state }) => state === 'broken');
  return cause === undefined ? null : cause.places[0];
}
