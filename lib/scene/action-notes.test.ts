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
