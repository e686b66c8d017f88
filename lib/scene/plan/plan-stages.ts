// The column heads: each stage with what AWS says of its last run, in AWS's words.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Pipeline, RunState } from '@/lib/model/resource';
import type { PlanStage } from './plan';

const WORDS: Readonly<Record<string, string>> = {
  InProgress: 'In progress',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Abandoned: 'Abandoned',
  Stopped: 'Stopped',
  Stopping: 'Stopping',
  Cancelled: 'Cancelled',
  Superseded: 'Superseded',
};
const ORDER = ['Failed', 'InProgress', 'Stopping', 'Stopped', 'Abandoned', 'Cancelled', 'Superseded'];

/** The stages in order, each with the run state that matters most among its actions; none of what is only tried. Never throws. */
export function planStages({ edited }: Analysis, pipeline: Pipeline): readonly PlanStage[] {
  return pipeline.stages.map((stage) => ({
    name: stage.name,
    run: edited
      ? null
      : runOf(stage.actions.flatMap((action) => pipeline.runs[`${stage.name}/${action.name}`] ?? [])),
  }));
}

function runOf(runs: readonly RunState[]): PlanStage['run'] {
  const first = runs[0];
  if (first === undefined) return { token: 'run-none', word: 'Not run' };
  const status = ORDER.find((one) => runs.some((run) => run.status === one)) ?? first.status;
  const word = WORDS[status] ?? status;
  if (status === 'Failed') {
    const at = runs.find((run) => run.status === 'Failed')?.at?.slice(11, 16) ?? '';
    return { token: 'run-fail', word: at === '' ? word : `${word} ${at}` };
  }
  if (status === 'Succeeded') return { token: 'run-ok', word };
  return { token: status === 'InProgress' ? 'run-now' : 'run-none', word };
}
