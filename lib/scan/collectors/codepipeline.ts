// Reads the pipelines of an account and region: how they are built, how their last run went, and what AWS said where it failed.
import {
  type ActionExecutionDetail,
  CodePipelineClient,
  GetPipelineCommand,
  type GetPipelineCommandInput,
  GetPipelineStateCommand,
  type GetPipelineStateCommandInput,
  type GetPipelineStateCommandOutput,
  ListActionExecutionsCommand,
  type ListActionExecutionsCommandInput,
  ListPipelinesCommand,
  type ListPipelinesCommandInput,
} from '@aws-sdk/client-codepipeline';
import { type Asking, call, collector } from '../collector';

const listPipelines = call(
  'codepipeline:ListPipelines',
  (codepipeline: CodePipelineClient, input: ListPipelinesCommandInput) =>
    codepipeline.send(new ListPipelinesCommand(input)),
);
const getPipeline = call(
  'codepipeline:GetPipeline',
  (codepipeline: CodePipelineClient, input: GetPipelineCommandInput) =>
    codepipeline.send(new GetPipelineCommand(input)),
);
const getPipelineState = call(
  'codepipeline:GetPipelineState',
  (codepipeline: CodePipelineClient, input: GetPipelineStateCommandInput) =>
    codepipeline.send(new GetPipelineStateCommand(input)),
);
const listActionExecutions = call(
  'codepipeline:ListActionExecutions',
  (codepipeline: CodePipelineClient, input: ListActionExecutionsCommandInput) =>
    codepipeline.send(new ListActionExecutionsCommand(input)),
);

/** Facts `pipeline`, `pipeline-state` and `action-execution`. */
export const codepipeline = collector({
  service: 'codepipeline',
  scope: 'region',
  phase: 1,
  client: (config) => new CodePipelineClient(config),
  calls: [listPipelines, getPipeline, getPipelineState, listActionExecutions],
  async collect(asking) {
    const list = asking.pages(listPipelines, {}, ({ nextToken }) => (nextToken ? { nextToken } : undefined));
    for await (const { pipelines } of list) {
      for (const { name } of pipelines ?? []) if (name !== undefined) await collectPipeline(asking, name);
    }
  },
});

async function collectPipeline(asking: Asking<CodePipelineClient>, name: string): Promise<void> {
  const { ask, note, account, region, partition } = asking;
  // CodePipeline's ARNs have no resource type. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodepipeline.html (read 2026-11-24)
  const arn = `arn:${partition}:codepipeline:${region}:${account}:${name}`;
  const pipeline = await ask(getPipeline, { name }, { scope: arn });
  if (pipeline === 'absent') return;
  if (pipeline !== 'gap') note({ kind: 'pipeline', source: getPipeline, arn, data: pipeline });
  const state = await ask(getPipelineState, { name }, { scope: arn });
  if (state === 'absent' || state === 'gap') return;
  note({ kind: 'pipeline-state', source: getPipelineState, arn, data: state });
  const isParallel = pipeline !== 'gap' && pipeline.pipeline?.executionMode === 'PARALLEL';
  if (!isParallel && !hasFailed(state)) return;
  const executions = await ask(
    listActionExecutions,
    { pipelineName: name, maxResults: LATEST },
    { scope: arn },
  );
  if (executions === 'absent' || executions === 'gap') return;
  for (const execution of latestFailures(executions.actionExecutionDetails ?? []))
    note({ kind: 'action-execution', source: listActionExecutions, arn, data: execution });
}

/** One page. @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListActionExecutions.html (read 2026-11-24) */
const LATEST = 100;

/** Only then is there something to learn from the history: the state of a pipeline in PARALLEL mode is not the current one. */
function hasFailed({ stageStates = [] }: GetPipelineStateCommandOutput): boolean {
  return stageStates.some(({ actionStates = [] }) =>
    actionStates.some(({ latestExecution }) => latestExecution?.status === 'Failed'),
  );
}

/** Of each action the latest execution that failed. */
function latestFailures(executions: readonly ActionExecutionDetail[]): readonly ActionExecutionDetail[] {
  const latest = new Map<string, ActionExecutionDetail>();
  for (const one of executions.filter(({ status }) => status === 'Failed')) {
    const action = `${one.stageName}/${one.actionName}`;
    const known = latest.get(action);
    if (known === undefined || startOf(one) > startOf(known)) latest.set(action, one);
  }
  return [...latest.values()];
}

function startOf({ startTime }: ActionExecutionDetail): number {
  return startTime?.getTime() ?? 0;
}
