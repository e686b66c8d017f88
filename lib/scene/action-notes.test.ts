import { expect, test } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { HUB, snapshotOf } from '@/lib/model/snapshot.fixture';
import { workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { actionTrail } from './action-trail';
import { plain } from './words';

/** The notes of an action where AWS has switched polling off. */
function notes(action: string, polls: string | null): readonly string[] {
  const facts = workingPipeline().map((fact) => {
    if (fact.kind !== 'pipeline') return fact;
    const configured = JSON.stringify(fact.data).replace(
      '"S3Bucket":',
      polls === null ? '"S3Bucket":' : `"PollForSourceChanges":"${polls}","S3Bucket":`,
    );
    const data = { ...JSON.parse(configured), metadata: { pollingDisabledAt: '2026-11-01T00:00:00.000Z' } };
    return { ...fact, data };
  });
  const analysis = analyze(snapshotOf(facts));
  const arn = analysis.pipelines[0]?.arn ?? '';
  expect(analysis.pipelines[0]?.state).toBe('works');
  return (actionTrail(analysis, arn, action)?.notes ?? []).map((note) => plain(note));
}

test('polling that AWS switched off is told on a source that polls', () => {
  expect(notes('Source/Fetch', null)).toEqual([
    'AWS switched polling off on 1 Nov 2026, 00:00 UTC, after 30 days without an execution: a change of the source no longer starts the pipeline by polling.',
  ]);
});

test('and nowhere else', () => {
  expect(notes('Source/Fetch', 'false')).toEqual([]);
  expect(notes('Prod/Deploy-Prod', null)).toEqual([]);
});

/** The notes of a rule that asks an alarm, in a condition of the stage Prod. */
function ruleNotes(when: string, conditions: object, may: 'ask' | 'nothing'): readonly string[] {
  const rules = [
    {
      name: 'Check',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CloudWatchAlarm', version: '1' },
      configuration: { AlarmName: may === 'ask' ? '#{variables.alarm}' : 'errors' },
    },
  ];
  const facts = workingPipeline().map((fact) => {
    if (fact.kind !== 'pipeline') return fact;
    const { pipeline, ...rest } = JSON.parse(JSON.stringify(fact.data));
    for (const stage of pipeline.stages)
      if (stage.name === 'Prod') stage[when] = { conditions: [{ ...conditions, rules }], result: 'RETRY' };
    return { ...fact, data: { ...rest, pipeline: { ...pipeline, pipelineType: 'V2' } } };
  });
  const analysis = analyze(snapshotOf(facts));
  const trail = actionTrail(analysis, analysis.pipelines[0]?.arn ?? '', `Prod/${when}/1/Check`);
  return (trail?.notes ?? []).map((note) => plain(note));
}

test('what a rule that cannot pass does to its stage goes by the result of its condition', () => {
  expect(ruleNotes('beforeEntry', { result: 'FAIL' }, 'nothing')).toEqual([
    'As this rule cannot pass, stage Prod fails before its actions begin.',
  ]);
  expect(ruleNotes('beforeEntry', { result: 'SKIP' }, 'nothing')).toEqual([
    'As this rule cannot pass, stage Prod is skipped, and the execution goes on after it.',
  ]);
  expect(ruleNotes('onSuccess', { result: 'ROLLBACK' }, 'nothing')).toEqual([
    'As this rule cannot pass, stage Prod is rolled back although its actions succeeded.',
  ]);
});

test('and of one that may pass only what would follow where it does not', () => {
  expect(ruleNotes('onSuccess', { result: 'FAIL' }, 'ask')).toEqual([
    'Where this rule does not pass, stage Prod fails although its actions succeeded.',
  ]);
});

test('the result of a condition on failure may stand beside it, and a strange one says nothing', () => {
  expect(ruleNotes('onFailure', {}, 'ask')).toEqual([
    'Where this rule does not pass, stage Prod is tried again after a failure.',
  ]);
  expect(ruleNotes('onFailure', { result: 'NEWS' }, 'ask')).toEqual([]);
});

test('a pipeline that was refused is a gap, and nothing is said of it', () => {
  const source = 'codepipeline:GetPipeline';
  const gap = {
    source,
    permission: source,
    account: HUB,
    region: 'us-east-1',
    scope: null,
    cause: 'denied',
    code: 'AccessDenied',
  } as const;
  const facts = workingPipeline({ without: ({ kind }) => kind === 'pipeline' });
  const analysis = analyze(snapshotOf(facts, { gaps: [gap] }));
  expect(analysis.pipelines).toEqual([]);
  expect(analysis.inventory.gaps).toEqual([gap]);
});
