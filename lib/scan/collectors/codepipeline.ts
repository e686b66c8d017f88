// Reads the pipelines of an account and region: how they are built and how their last run went.
import {
  CodePipelineClient,
  GetPipelineCommand,
  type GetPipelineCommandInput,
  GetPipelineStateCommand,
  type GetPipelineStateCommandInput,
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

/** Facts `pipeline` and `pipeline-state`. */
export const codepipeline = collector({
  service: 'codepipeline',
  scope: 'region',
  phase: 1,
  client: (config) => new CodePipelineClient(config),
  calls: [listPipelines, getPipeline, getPipelineState],
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
}
