import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Settings } from '@/lib/analysis/settings';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';

const judged = (settings: Settings) => {
  const { findings, pipelines } = analyze(
    snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) })),
    settings,
  );
  return { found: findings.filter((one) => one.rule === 'role-trusts-anyone'), pipeline: pipelines[0] };
};

it('gives a finding an id that is made of rule and subject', () => {
  expect(judged({}).found.map((one) => one.id)).toEqual([`role-trusts-anyone ${PROD_ROLE}`]);
});

it('marks what uses the subject', () => {
  expect(judged({}).pipeline?.overBroad).toBe(true);
});

it('says nothing of a rule that is off, and marks nothing for it', () => {
  const { found, pipeline } = judged({ findings: { 'role-trusts-anyone': { off: true } } });
  expect(found).toEqual([]);
  expect(pipeline?.overBroad).toBe(false);
});

it('takes the severity that the settings give', () => {
  const { found } = judged({ findings: { 'role-trusts-anyone': { severity: 'low' } } });
  expect(found.map((one) => one.severity)).toEqual(['low']);
});

it('leaves out subjects that are excepted, and only those', () => {
  const except = (subject: string) =>
    judged({ findings: { 'role-trusts-anyone': { except: [{ subject, reason: 'agreed' }] } } }).found;
  expect(except('arn:aws:iam::*:role/dep*')).toEqual([]);
  expect(except('arn:aws:iam::*:role/other')).toHaveLength(1);
});
