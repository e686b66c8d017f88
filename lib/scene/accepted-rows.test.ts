import { describe, expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import type { Acceptance } from '@/lib/findings/acceptance';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { acceptedNote, withAcceptedMarks, withStanding } from './accepted-rows';
import { actionTrail } from './action-trail';
import type { FindingRow } from './findings-page';

const row = (name: string): FindingRow => ({
  id: `role-trusts-anyone arn:aws:iam::111111111111:role/${name}`,
  severity: 'high',
  rule: 'role-trusts-anyone',
  title: 'too wide',
  name,
  subject: `arn:aws:iam::111111111111:role/${name}`,
  account: 'tools',
  isProd: false,
  pipelines: 1,
  certainty: 'shown',
  marks: true,
  cause: `Trust policy of ${name}, statement 1, tools`,
});

const acceptance = (risk: Acceptance['risk'], expires: string): Acceptance => ({
  risk,
  reason: 'until the move',
  author: 'Ada',
  expires,
  where: '/srv/hatstack/hatstack-accepted.yaml:7',
});

describe('withStanding', () => {
  const rows = [row('one'), row('two'), row('three')];
  const given = [
    acceptance({ kind: 'finding', id: rows[0]?.id ?? '' }, '2026-12-31'),
    acceptance({ kind: 'rule', rule: 'role-trusts-anyone', subject: '*:role/two' }, '2026-11-01'),
    acceptance({ kind: 'finding', id: 'role-trusts-anyone gone' }, '2026-12-31'),
  ];
  const found = withStanding(rows, given, '2026-11-27');

  it('tells how each row stands, and who answers for it', () => {
    expect(found.rows.map(({ standing }) => standing)).toEqual(['accepted', 'expired', 'open']);
    expect(found.rows.map(({ accepted }) => accepted)).toEqual([
      {
        author: 'Ada',
        reason: 'until the move',
        expires: '2026-12-31',
        where: 'hatstack-accepted.yaml:7',
        pattern: null,
      },
      expect.objectContaining({ pattern: 'role-trusts-anyone *:role/two' }),
      null,
    ]);
  });

  it('names the entries that speak of nothing', () => {
    expect(found.stale).toEqual(['hatstack-accepted.yaml:7: role-trusts-anyone gone']);
    expect(acceptedNote(found.stale, null)).toBe(
      'Accepted, but not found here (put right, or not read): hatstack-accepted.yaml:7: role-trusts-anyone gone',
    );
    expect(acceptedNote([], null)).toBeNull();
    expect(acceptedNote(['a', 'b', 'c'], null)).toMatch(/: a and 2 more$/);
    expect(acceptedNote([], 'x.yaml:3: no')).toBe('Nothing counts as accepted: x.yaml:3: no');
  });
});

describe('withAcceptedMarks', () => {
  const analysis = analyze(snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) })));
  const id = `role-trusts-anyone ${PROD_ROLE}`;
  const said = (today: string) => {
    const trail = actionTrail(analysis, analysis.pipelines[0]?.arn ?? '', 'Prod/Deploy-Prod');
    if (trail === null) return null;
    const weighed = acceptedOn(analysis, [acceptance({ kind: 'finding', id }, '2026-12-31')], today);
    return withAcceptedMarks(trail, weighed).marks.find(({ finding }) => finding === id)?.accepted;
  };

  it('keeps the mark and says who answers for it, until the last day', () => {
    expect(said('2026-12-31')).toBe('Accepted until 2026-12-31. Ada: until the move');
    expect(said('2027-01-01')).toBe('Counts again: the acceptance by Ada expired on 2026-12-31.');
  });
});
