import { expect, test } from 'vitest';
import { awsError, checkCollector } from '../collector.fixture';
import { codepipeline } from './codepipeline';

const FAILED = {
  stageStates: [{ stageName: 'Prod', actionStates: [{ latestExecution: { status: 'Failed' } }] }],
};

test('reads every pipeline of every page, with dates as ISO texts', async () => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [{ nextToken: 'more', pipelines: [{ name: 'shop' }] }, { pipelines: [{ name: 'till' }] }],
    GetPipeline: (input) => ({ pipeline: input, metadata: { created: new Date(0) } }),
    GetPipelineState: [FAILED],
    ListActionExecutions: [{ actionExecutionDetails: [] }],
  });
  const arn = (name: string) => `arn:aws:codepipeline:eu-west-1:111111111111:${name}`;
  expect(heard.facts.map(({ kind, arn }) => [kind, arn])).toEqual([
    ['pipeline', arn('shop')],
    ['pipeline-state', arn('shop')],
    ['pipeline', arn('till')],
    ['pipeline-state', arn('till')],
  ]);
  expect(heard.facts[0]?.data).toEqual({
    pipeline: { name: 'shop' },
    metadata: { created: '1970-01-01T00:00:00.000Z' },
  });
  expect(new Set(heard.asked.map(({ operation }) => `codepipeline:${operation}`))).toEqual(
    new Set(codepipeline.calls.map(({ name }) => name)),
  );
});

test('says nothing of a region without pipelines', async () => {
  const heard = await checkCollector(codepipeline, { ListPipelines: [{ pipelines: [] }] });
  expect(heard).toMatchObject({ facts: [], gaps: [] });
});

test('keeps the definition where the state is an API that the endpoint does not know', async () => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [{ pipelines: [{ name: 'shop' }] }],
    GetPipeline: [{ pipeline: { name: 'shop' } }],
    GetPipelineState: [awsError('SyntaxError', 404)],
  });
  expect(heard.facts.map(({ kind }) => kind)).toEqual(['pipeline']);
  expect(heard.gaps).toMatchObject([{ cause: 'unsupported', code: 'HTTP 404' }]);
});

test('passes over a pipeline that was deleted in the meantime', async () => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [{ pipelines: [{ name: 'gone' }] }],
    GetPipeline: [awsError('PipelineNotFoundException', 400)],
  });
  expect(heard).toMatchObject({ facts: [], gaps: [] });
});

test('notes one gap where listing is denied', async () => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [awsError('AccessDeniedException', 400)],
  });
  expect(heard.facts).toEqual([]);
  expect(heard.gaps).toMatchObject([
    {
      source: 'codepipeline:ListPipelines',
      permission: 'codepipeline:ListPipelines',
      region: 'eu-west-1',
      cause: 'denied',
    },
  ]);
});

const execution = (actionName: string, status: string, minute: number) => ({
  stageName: 'Prod',
  actionName,
  status,
  startTime: new Date(minute * 60_000),
});
const EXECUTIONS = [
  execution('Deploy', 'Failed', 3),
  execution('Deploy', 'Failed', 4),
  execution('Deploy', 'Succeeded', 5),
  execution('Test', 'Failed', 1),
];

test('keeps the latest failed execution of each action, from one page', async () => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [{ pipelines: [{ name: 'shop' }] }],
    GetPipeline: [{ pipeline: { name: 'shop' } }],
    GetPipelineState: [FAILED],
    ListActionExecutions: [{ actionExecutionDetails: EXECUTIONS, nextToken: 'more' }],
  });
  const kept = heard.facts.filter(({ kind }) => kind === 'action-execution');
  expect(kept.map(({ data }) => data)).toEqual([
    { ...EXECUTIONS[1], startTime: '1970-01-01T00:04:00.000Z' },
    { ...EXECUTIONS[3], startTime: '1970-01-01T00:01:00.000Z' },
  ]);
  expect(heard.asked.filter(({ operation }) => operation === 'ListActionExecutions')).toHaveLength(1);
});

test.each([
  ['not where nothing has failed', 'SUPERSEDED', 0],
  ['also where the state is not the current one', 'PARALLEL', 1],
])('asks for executions: %s', async (_, executionMode, times) => {
  const heard = await checkCollector(codepipeline, {
    ListPipelines: [{ pipelines: [{ name: 'shop' }] }],
    GetPipeline: [{ pipeline: { name: 'shop', executionMode } }],
    GetPipelineState: [{ stageStates: [] }],
    ListActionExecutions: [{}],
  });
  expect(heard.asked.filter(({ operation }) => operation === 'ListActionExecutions')).toHaveLength(times);
});
