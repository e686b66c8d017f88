import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { NOTHING_ACCEPTED, weighAcceptances } from '@/lib/findings/acceptance';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { acceptedAmong, withAcceptedHats, withAcceptedPipelines, withAcceptedRoles } from './accepted-lists';
import { findingRows } from './findings-page';
import { overviewOf } from './overview';
import { pipelineRows } from './pipeline-rows';
import { hatShelf } from './role-page-shelf';
import { roleRows } from './role-rows';
import { plain } from './words';

const analysis = analyze(snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) })));
const findings = findingRows(analysis);
const marks = Object.fromEntries(analysis.pipelines.map((one) => [one.arn, one.marks]));
const accepting = (ids: readonly string[]) =>
  acceptedAmong(
    findings,
    marks,
    weighAcceptances(
      findings,
      ids.map((id) => ({
        risk: { kind: 'finding', id },
        reason: 'agreed',
        author: 'Ada',
        expires: '2026-12-31',
        where: 'hatstack-accepted.yaml:2',
      })),
      '2026-12-01',
    ),
  );
const marking = findings.filter((one) => one.marks).map(({ id }) => id);

describe('lists of what somebody answers for', () => {
  const all = accepting(marking);

  it('counts the findings that are accepted today', () => {
    expect(all.count).toBe(marking.length);
    expect(acceptedAmong(findings, marks, NOTHING_ACCEPTED)).toMatchObject({ count: 0, subjects: new Set() });
  });

  it('marks roles and pipelines as accepted, and no others', () => {
    const roles = withAcceptedRoles(roleRows(analysis, hatShelf()), all).rows;
    expect(roles.filter(({ accepted }) => accepted).map(({ arn }) => arn)).toContain(PROD_ROLE);
    for (const { overBroad, accepted } of roles) expect(accepted ?? false).toBe(overBroad);
    const pipelines = withAcceptedPipelines(pipelineRows(analysis), all);
    for (const { overBroad, accepted } of pipelines) expect(accepted ?? false).toBe(overBroad);
  });

  it('leaves a pipeline marked as long as one of several findings is open', () => {
    const { weighed } = all;
    const two = Object.fromEntries(
      Object.entries(marks).map(([arn, ids]) => [arn, [...ids, 'another of it']]),
    );
    const [row] = withAcceptedPipelines(pipelineRows(analysis), acceptedAmong(findings, two, weighed));
    expect(row).toMatchObject({ overBroad: true });
    expect(row?.accepted).toBeUndefined();
  });

  it('says in the headline what nobody answers for', () => {
    const overview = overviewOf(analysis);
    expect(plain(overview.headline)).toMatch(/Anybody in AWS can put on/);
    const told = withAcceptedHats(overview, all);
    expect(plain(told.headline)).toMatch(/ accepted\.$/);
    expect(told.hats.every(({ accepted }) => accepted)).toBe(true);
    expect(withAcceptedHats(overview, accepting([]))).toBe(overview);
  });
});
