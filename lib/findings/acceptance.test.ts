import { describe, expect, it } from 'vitest';
import { type Acceptance, type AcceptedRisk, openFindings, weighAcceptances } from './acceptance';
import type { Finding } from './finding';

const finding = (rule: string, subject: string): Finding => ({
  id: `${rule} ${subject}`,
  rule,
  subject,
  severity: 'high',
  account: '111111111111',
  pipelines: [],
  title: 'too wide',
  certainty: 'shown',
  evidence: [],
  open: [],
  notes: [],
  reach: null,
  narrowed: [],
  marks: true,
});

const acceptance = (risk: AcceptedRisk, expires: string): Acceptance => ({
  risk,
  reason: 'agreed',
  author: 'Ada',
  expires,
  where: 'hatstack-accepted.yaml:2',
});

const ONE = finding('role-trusts-anyone', 'arn:aws:iam::111111111111:role/one');
const TWO = finding('role-trusts-anyone', 'arn:aws:iam::111111111111:role/two');
const OTHER = finding('role-is-administrator', 'arn:aws:iam::111111111111:role/one');
const ALL = [ONE, TWO, OTHER];
const TODAY = '2026-11-27';
const byId = (id: string, expires = '2026-12-31') => acceptance({ kind: 'finding', id }, expires);
const states = (...given: readonly Acceptance[]) => {
  const { byFinding, stale } = weighAcceptances(ALL, given, TODAY);
  return {
    states: [...byFinding].map(([id, { state }]) => [id, state]),
    stale: stale.map(({ risk }) => risk),
    open: openFindings(ALL, { byFinding, stale }),
  };
};

describe('weighAcceptances', () => {
  it('accepts the finding of that id and no other', () => {
    const { states: found, open } = states(byId(ONE.id));
    expect(found).toEqual([[ONE.id, 'accepted']]);
    expect(open).toEqual([TWO, OTHER]);
  });

  it('holds through its last day and counts again on the next', () => {
    expect(states(byId(ONE.id, TODAY)).states).toEqual([[ONE.id, 'accepted']]);
    const { states: found, open } = states(byId(ONE.id, '2026-11-26'));
    expect(found).toEqual([[ONE.id, 'expired']]);
    expect(open).toEqual(ALL);
  });

  it('accepts what one rule says of all subjects that fit', () => {
    const risk = { kind: 'rule', rule: 'role-trusts-anyone', subject: 'arn:aws:iam::*:role/*' } as const;
    expect(states(acceptance(risk, TODAY)).open).toEqual([OTHER]);
  });

  it('takes the one that holds longest where several speak of a finding, in either order', () => {
    const [short, long] = [byId(ONE.id, '2026-11-01'), byId(ONE.id, '2026-12-31')];
    expect(states(short, long).states).toEqual([[ONE.id, 'accepted']]);
    expect(states(long, short).states).toEqual([[ONE.id, 'accepted']]);
  });

  it('tells those that speak of nothing', () => {
    const gone = byId('role-trusts-anyone arn:aws:iam::111111111111:role/gone');
    expect(states(gone, byId(TWO.id)).stale).toEqual([gone.risk]);
  });
});
