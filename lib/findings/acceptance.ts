// Risks that somebody has accepted: who, why and until when, and what that means for the findings of one day.
import { groupBy } from '@/lib/base/group-by';
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { Finding } from './finding';

/** What is accepted: one finding by its id, or all that a rule says of subjects that fit an ARN, `*` and `?` allowed. */
export type AcceptedRisk =
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'rule'; readonly rule: string; readonly subject: string };

export interface Acceptance {
  readonly risk: AcceptedRisk;
  readonly reason: string;
  readonly author: string;
  /** The last day on which it holds, `YYYY-MM-DD`, in UTC. */
  readonly expires: string;
  /** Where it is written: `hatstack-accepted.yaml:12`. */
  readonly where: string;
}

/** What a finding's acceptance is worth on that day. */
export interface Accepted {
  readonly state: 'accepted' | 'expired';
  readonly acceptance: Acceptance;
}

/** What an acceptance is held against: as much of a finding as lists keep. */
export type AcceptableFinding = Pick<Finding, 'id' | 'rule' | 'subject'>;

export interface Weighed {
  /** By finding id; a finding that is not here is open and was never accepted. */
  readonly byFinding: ReadonlyMap<string, Accepted>;
  /** Those that speak of no finding: it was put right, or what showed it was not read. */
  readonly stale: readonly Acceptance[];
}

export const NOTHING_ACCEPTED: Weighed = { byFinding: new Map(), stale: [] };

/** Holds every acceptance against every finding. Where several speak of one finding, the one that holds longest counts.
 *  `today`: `YYYY-MM-DD`, in UTC; whoever asks reads the clock. Never throws. */
export function weighAcceptances(
  findings: readonly AcceptableFinding[],
  acceptances: readonly Acceptance[],
  today: string,
): Weighed {
  if (acceptances.length === 0) return NOTHING_ACCEPTED;
  const byId = new Map(findings.map((one) => [one.id, one]));
  const byRule = groupBy(findings, (one) => one.rule);
  const byFinding = new Map<string, Accepted>();
  const stale: Acceptance[] = [];
  for (const acceptance of acceptances) {
    const ids = idsOf(acceptance.risk, byId, byRule);
    if (ids.length === 0) stale.push(acceptance);
    const accepted: Accepted = { state: acceptance.expires >= today ? 'accepted' : 'expired', acceptance };
    for (const id of ids) {
      const before = byFinding.get(id);
      if (before === undefined || before.acceptance.expires < acceptance.expires) byFinding.set(id, accepted);
    }
  }
  return { byFinding, stale };
}

function idsOf(
  risk: AcceptedRisk,
  byId: ReadonlyMap<string, AcceptableFinding>,
  byRule: ReadonlyMap<string, readonly AcceptableFinding[]>,
): readonly string[] {
  if (risk.kind === 'finding') return byId.has(risk.id) ? [risk.id] : [];
  return (byRule.get(risk.rule) ?? [])
    .filter(({ subject }) => matchesWildcard(risk.subject, subject))
    .map(({ id }) => id);
}

/** Whether the risk of the finding is accepted and the acceptance still holds. Never throws. */
export function isAccepted(weighed: Weighed, finding: string): boolean {
  return weighed.byFinding.get(finding)?.state === 'accepted';
}

/** What carries the mark of over-broad: whether it does, and the findings behind that. */
export interface Marked {
  readonly overBroad: boolean;
  readonly marks: readonly string[];
}

/** Whether somebody answers for all that makes it over-broad. Never throws. */
export function isMarkAccepted({ overBroad, marks }: Marked, weighed: Weighed): boolean {
  return overBroad && marks.length > 0 && marks.every((id) => isAccepted(weighed, id));
}

/** The findings that count: those that nobody accepted, and those whose acceptance has expired. Never throws. */
export function openFindings(findings: readonly Finding[], weighed: Weighed): readonly Finding[] {
  return weighed.byFinding.size === 0 ? findings : findings.filter((one) => !isAccepted(weighed, one.id));
}
