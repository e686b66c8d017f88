// What AWS said of a rule of a stage's conditions, held against what is judged of it.
import { expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { HUB } from '@/lib/model/snapshot.fixture';
import { actionTrail } from '@/lib/scene/action-trail';
import { analyze } from './analyze';
import { type ActionCase, PIPELINE_ROLE, snapshotOfCase } from './checked-action.fixture';

const ARN = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;
const SESSION = `${PIPELINE_ROLE.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/1564844186052`;
const ALARM = `arn:aws:cloudwatch:us-east-1:${HUB}:alarm:errors`;

function runOf(may: ActionCase['may'], errorDetails: Json) {
  const rule = {
    name: 'Check',
    ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CloudWatchAlarm', version: '1' },
    configuration: { AlarmName: 'errors' },
  };
  const latestExecution = {
    ruleExecutionId: 'r-1',
    status: 'Failed',
    lastStatusChange: '2026-11-23T08:31:00.000Z',
    errorDetails,
  };
  const ruleStates = [{ ruleName: 'Check', latestExecution }];
  const state: Json = {
    stageStates: [{ stageName: 'Act', beforeEntryConditionState: { conditionStates: [{ ruleStates }] } }],
  };
  const analysis = analyze(
    snapshotOfCase({
      action: { type: ['Approval', 'AWS', 'Manual'], inputs: [] },
      ...(may === undefined ? {} : { may }),
      definition: { pipelineType: 'V2' },
      conditions: [{ result: 'FAIL', rules: [rule] }],
      facts: [
        {
          kind: 'pipeline-state',
          source: 'codepipeline:GetPipelineState',
          account: HUB,
          region: 'us-east-1',
          arn: ARN,
          data: state,
        },
      ],
    }),
  );
  return actionTrail(analysis, ARN, 'Act/beforeEntry/1/Check')?.run;
}

it('confirms the hop that AWS refused', () => {
  const message = `User: ${SESSION} is not authorized to perform: cloudwatch:DescribeAlarms on resource: ${ALARM}`;
  expect(runOf([], { code: 'PermissionError', message })).toMatchObject({ relation: 'confirms' });
  expect(runOf(undefined, { code: 'PermissionError', message })).toMatchObject({ relation: 'contradicts' });
});

it('is not taken for a refusal where the check itself did not pass', () => {
  const message = 'The alarm errors is in the state ALARM';
  expect(runOf([], { code: 'JobFailed', message })).toMatchObject({ relation: 'unread' });
});
