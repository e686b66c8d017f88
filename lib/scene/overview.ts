// The overview: how the pipelines stand, what breaks first, which hats are too wide, and what AWS says failed last.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline } from '@/lib/model/resource';
import type { JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { actionKey } from './action-trail';
import { answerOf } from './answer';
import { type ActionPlace, type Cause, causesOf } from './overview-causes';
import { type BroadHat, broadHats, hatsSentence } from './overview-hats';
import { pipelineId } from './pipeline-rows';
import { runTrail } from './run-trail';
import type { Words } from './trail';
import { words } from './words';

export interface FailedRun {
  readonly place: ActionPlace;
  readonly at: string | null;
  /** What Hatstack says of that action. */
  readonly state: State;
  readonly why: Words;
}

export interface Overview {
  readonly headline: Words;
  /** Its first half: how the pipelines stand. */
  readonly standing: string;
  readonly pipelines: number;
  /** Worst first; states that no pipeline is in are left out. */
  readonly counts: readonly { readonly state: State; readonly count: number }[];
  readonly causes: readonly Cause[];
  readonly hats: readonly BroadHat[];
  /** Latest first. */
  readonly failed: readonly FailedRun[];
}

const STATES: readonly State[] = ['broken', 'unknown', 'depends', 'works'];

/** The overview of a snapshot; `one` is what its pipeline is called where there is only one. Never throws. */
export function overviewOf(analysis: Analysis, one = 'The only pipeline'): Overview {
  const counts = STATES.map((state) => ({
    state,
    count: analysis.pipelines.filter((one) => one.state === state).length,
  }));
  const hats = broadHats(analysis);
  return {
    headline: words(`${standing(counts, one)} `, ...hatsSentence(hats)),
    standing: standing(counts, one),
    pipelines: analysis.pipelines.length,
    counts: counts.filter(({ count }) => count > 0),
    causes: causesOf(analysis),
    hats,
    failed: failedRuns(analysis),
  };
}

function standing(counts: Overview['counts'], one: string): string {
  const of = (state: State) => counts.find((one) => one.state === state)?.count ?? 0;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const all = total === 1 ? one : `All ${total} pipelines`;
  if (total === 0) return 'No pipeline was found.';
  if (of('broken') > 0)
    return of('broken') === total
      ? total === 1
        ? `${one} cannot deploy.`
        : `None of the ${total} pipelines can deploy.`
      : `${of('broken')} of ${total} pipelines cannot deploy.`;
  if (of('unknown') > 0)
    return `No pipeline is known to be broken, ${of('unknown')} of ${total} cannot be told.`;
  if (of('depends') > 0)
    return `No pipeline is broken, ${of('depends')} of ${total} ${of('depends') === 1 ? 'depends' : 'depend'} on the request.`;
  return `${all} can deploy.`;
}

/** Runs of single actions that AWS calls failed, with what the judgement says of the same action. */
function failedRuns(analysis: Analysis): readonly FailedRun[] {
  const failed = analysis.pipelines.flatMap((judged): readonly FailedRun[] => {
    const pipeline = analysis.inventory.pipelines.get(judged.arn);
    if (pipeline === undefined) return [];
    return judged.paths.flatMap((path): readonly FailedRun[] => {
      const run = pipeline.runs[actionKey(path)];
      if (run?.status !== 'Failed') return [];
      return [
        {
          place: { pipeline: pipelineId(judged.arn), name: pipeline.name, action: actionKey(path) },
          at: run.at,
          state: path.state,
          why: whyOf(analysis.inventory, pipeline, judged, path),
        },
      ];
    });
  });
  return failed.sort(
    (a, b) =>
      (b.at ?? '').localeCompare(a.at ?? '', 'en') ||
      (a.place.pipeline + a.place.action < b.place.pipeline + b.place.action ? -1 : 1),
  );
}

/** Our answer where AWS says the same; else what the two make of each other. */
function whyOf(inventory: Inventory, pipeline: Pipeline, judged: JudgedPipeline, path: JudgedPath): Words {
  const run = runTrail(inventory, pipeline, path);
  return run === null || run.agrees ? answerOf(inventory, pipeline, judged, path) : run.headline;
}
