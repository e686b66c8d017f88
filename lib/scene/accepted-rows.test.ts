import { describe, expect, it } from 'vitest';
import type { Acceptance } from '@/lib/findings/acceptance';
import { acceptedNote, withStanding } from './accepted-rows';
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
