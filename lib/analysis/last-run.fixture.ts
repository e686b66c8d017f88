// Test support: what AWS said of the last run of the deployment to prod in the working pipeline.
import type { Json } from '@/lib/base/json';
import { HUB, snapshotOf } from '@/lib/model/snapshot.fixture';
import { type Changes, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { actionTrail } from '@/lib/scene/action-trail';
import type { ActionTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import type { Fact } from '@/lib/snapshot/fact';
import { analyze } from './analyze';

export const PIPELINE = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;
export const RUN_AT = '2026-11-23T08:31:00.000Z';

export interface Told {
  readonly stage?: Json;
  readonly run?: Json;
  readonly executions?: readonly Json[];
}

/** The state of the pipeline: one stage, one action, with its latest execution. */
export function stateFact({ stage = {}, run = null }: Told): Fact {
  const actionStates: Json = [
    { actionName: 'Deploy-Prod', ...(run === null ? {} : { latestExecution: run }) },
  ];
  return about('codepipeline:GetPipelineState', 'pipeline-state', {
    stageStates: [
      { stageName: 'Prod', inboundTransitionState: { enabled: true }, actionStates, ...Object(stage) },
    ],
  });
}

function about(source: Fact['source'], kind: string, data: Json): Fact {
  return { kind, source, account: HUB, region: 'us-east-1', arn: PIPELINE, data };
}

/** A run that failed with this message. */
export function failed(message: string, code = 'PermissionError'): Json {
  return {
    status: 'Failed',
    actionExecutionId: 'e-1',
    lastStatusChange: RUN_AT,
    errorDetails: { code, message },
  };
}

/** What is said of the deployment to prod after that run. */
export function prodAfter(
  told: Told,
  changes: Changes = {},
  options: Parameters<typeof snapshotOf>[1] = {},
): ActionTrail {
  const extra = [
    stateFact(told),
    ...(told.executions ?? []).map((data) =>
      about('codepipeline:ListActionExecutions', 'action-execution', data),
    ),
    ...(changes.extra ?? []),
  ];
  const analysis = analyze(snapshotOf(workingPipeline({ ...changes, extra }), options));
  const trail = actionTrail(analysis, PIPELINE, 'Prod/Deploy-Prod');
  if (trail === null) throw new Error('the test has no deployment to prod');
  return trail;
}

/** The sentence of the hop that the run speaks of. */
export function hopOf(trail: ActionTrail): string | null {
  const hop = trail.hops.find(({ number }) => number === trail.run?.hop);
  return hop === undefined ? null : plain(hop.sentence);
}
