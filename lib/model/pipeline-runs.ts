// How the last runs of a pipeline's actions went, and which transitions are switched off.
import { groupBy } from '@/lib/base/group-by';
import type { Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { field, listField, textField } from './fact-index';
import type { DisabledTransition, RunState } from './resource';

/** Failed executions by the ARN of their pipeline. Never throws. */
export function failedExecutions(facts: readonly Fact[]): ReadonlyMap<Arn | null, readonly Json[]> {
  const grouped = groupBy(facts, ({ arn }) => arn);
  return new Map([...grouped].map(([arn, own]) => [arn, own.map(({ data }) => data)]));
}

/** The latest run of each action, keyed `stage/action`, and of each rule, keyed `stage/beforeEntry/1/rule`. What GetPipelineState leaves out of a failure is taken from the list of
 *  executions: older ones have a summary only. Of a pipeline in PARALLEL mode the state is not the current one; there the failed
 *  execution counts where it is the later. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionExecutionResult.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html#concepts-how-it-works-executions-parallel (read 2026-11-24) */
export function runsOf(
  state: Json,
  executions: readonly Json[],
  mode: string | null,
): { readonly [stageAndAction: string]: RunState } {
  const runs = new Map<string, RunState>();
  for (const stage of listField(state, 'stageStates')) {
    for (const action of listField(stage, 'actionStates')) {
      const latest = field(action, 'latestExecution');
      const status = textField(latest, 'status');
      if (status !== null)
        runs.set(
          `${textField(stage, 'stageName')}/${textField(action, 'actionName')}`,
          stateRun(latest, status),
        );
    }
    for (const [rule, run] of ruleRuns(stage)) runs.set(`${textField(stage, 'stageName')}/${rule}`, run);
  }
  for (const execution of executions) {
    const key = `${textField(execution, 'stageName')}/${textField(execution, 'actionName')}`;
    const failed = executionRun(execution);
    const known = runs.get(key);
    const isSame = known?.status === 'Failed' && known.executionId === failed.executionId;
    if (known === undefined || (mode === 'PARALLEL' && (failed.at ?? '') > (known.at ?? '')))
      runs.set(key, failed);
    else if (isSame)
      runs.set(key, { ...known, message: known.message ?? failed.message, code: known.code ?? failed.code });
  }
  return Object.fromEntries(runs);
}

/** How the rules of a stage's conditions went last, by the names that they have among the actions.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StageConditionState.html (read 2026-11-27) */
function ruleRuns(stage: Json): readonly (readonly [name: string, run: RunState])[] {
  return (['beforeEntry', 'onSuccess', 'onFailure'] as const).flatMap((when) =>
    listField(stage, `${when}ConditionState`, 'conditionStates').flatMap((condition, index) =>
      listField(condition, 'ruleStates').flatMap((rule) => {
        const latest = field(rule, 'latestExecution');
        const status = textField(latest, 'status');
        const name = `${when}/${index + 1}/${textField(rule, 'ruleName')}`;
        return status === null ? [] : [[name, stateRun(latest, status)] as const];
      }),
    ),
  );
}

function stateRun(latest: Json, status: string): RunState {
  return {
    status,
    at: textField(latest, 'lastStatusChange'),
    message:
      textField(latest, 'errorDetails', 'message') ??
      (status === 'Failed' ? textField(latest, 'summary') : null),
    code: textField(latest, 'errorDetails', 'code'),
    executionId: textField(latest, 'actionExecutionId') ?? textField(latest, 'ruleExecutionId'),
  };
}

function executionRun(execution: Json): RunState {
  const result = field(execution, 'output', 'executionResult');
  return {
    status: textField(execution, 'status') ?? 'Failed',
    at: textField(execution, 'lastUpdateTime') ?? textField(execution, 'startTime'),
    message: textField(result, 'errorDetails', 'message') ?? textField(result, 'externalExecutionSummary'),
    code: textField(result, 'errorDetails', 'code'),
    executionId: textField(execution, 'actionExecutionId'),
  };
}

/** The disabled transitions of a GetPipelineState, by the stage that they lead into. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_TransitionState.html (read 2026-11-24) */
export function disabledTransitions(state: Json): ReadonlyMap<string, DisabledTransition> {
  return new Map(
    listField(state, 'stageStates').flatMap((stage) => {
      const transition = field(stage, 'inboundTransitionState');
      if (field(transition, 'enabled') !== false) return [];
      const disabled: DisabledTransition = {
        by: textField(transition, 'lastChangedBy'),
        at: textField(transition, 'lastChangedAt'),
        reason: textField(transition, 'disabledReason'),
      };
      return [[textField(stage, 'stageName') ?? '', disabled] as const];
    }),
  );
}
