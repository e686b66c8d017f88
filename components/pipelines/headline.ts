// The answer at the top of the pipelines page, in one sentence.

import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import type { State } from '@/lib/verdict/judgement';

/** `6 pipelines, 2 broken by 1 cause`: the worst state there is, and how many causes stand behind what is broken. Never throws. */
export function headline(rows: readonly PipelineRow[], causes: number): string {
  const total = counted(rows.length, 'pipeline');
  const of = (state: State) => rows.filter((row) => row.state === state);
  const broken = of('broken');
  if (broken.length > 0) return `${total}, ${broken.length} broken by ${counted(causes, 'cause')}`;
  const unknown = of('unknown').length;
  if (unknown > 0) return `${total}, none broken, ${unknown} cannot be told`;
  const depends = of('depends').length;
  if (depends > 0)
    return `${total}, none broken, ${depends} ${depends === 1 ? 'depends' : 'depend'} on the request`;
  const broad = rows.filter((row) => row.overBroad).length;
  const accepted = rows.filter((row) => row.accepted === true).length;
  const answered = accepted === 0 ? '' : `, ${accepted === broad ? 'all' : accepted} accepted`;
  return broad > 0 ? `${total}, all work, ${broad} over-broad${answered}` : `${total}, all work`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
