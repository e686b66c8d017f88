// What stands behind the actions that do not work, one line each, for a terminal: "one key policy breaks 37 actions".
import type { Analysis } from '@/lib/analysis/analysis';
import { type Cause, causesOf } from './overview-causes';
import { plain } from './words';

/** A long list helps nobody: the first ones stop the most. */
const MOST_CAUSES = 12;
const MOST_NAMES = 3;

/** The causes of what is broken or cannot be told, worst first; nothing where each stops a single action, which its own line says
 *  already. Never throws. */
export function causeLines(analysis: Analysis, chosen: Analysis['pipelines']): readonly string[] {
  const causes = causesOf({ ...analysis, pipelines: chosen }).filter(({ state }) => state !== 'depends');
  if (causes.every(({ actions }) => actions === 1)) return [];
  const more = causes.length - MOST_CAUSES;
  return [
    '',
    'By cause',
    ...causes.slice(0, MOST_CAUSES).map((cause) => `  ${causeLine(cause)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** "the key policy of artifacts-use2 in tools breaks 37 actions of 12 pipelines: a, b, c and 9 more". */
function causeLine({ state, answer, policies, actions, places }: Cause): string {
  const what = `${counted(actions, 'action')} of ${counted(places.length, 'pipeline')}`;
  const names = places.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = places.length - names.length;
  const where = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  if (state === 'unknown') return `cannot tell of ${what}: ${where}. ${plain(answer, 'ticked')}`;
  if (policies.length === 0) return `breaks ${what}: ${where}. ${plain(answer, 'ticked')}`;
  const verb = policies.length === 1 ? 'breaks' : 'together break';
  return `${policies.join(' and ')} ${verb} ${what}: ${where}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
