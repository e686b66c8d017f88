// Rows of findings with what was accepted of them: who answers for it, why, and until when.
import { type Acceptance, weighAcceptances } from '@/lib/findings/acceptance';
import { riskText } from './accepted-lines';
import type { FindingRow } from './findings-page';

/** How a finding stands: nobody accepted it, somebody did, or the last day has passed and it counts again. */
export type Standing = 'open' | 'accepted' | 'expired';

export interface AcceptedWords {
  readonly author: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires: string;
  /** Where it is written: `hatstack-accepted.yaml:12`. */
  readonly where: string;
  /** Set where the entry speaks of several findings: its rule and its pattern. */
  readonly pattern: string | null;
}

export interface StandingRow extends FindingRow {
  readonly standing: Standing;
  /** Null while it was never accepted. */
  readonly accepted: AcceptedWords | null;
}

/** The rows, and the entries that speak of none of them, as `hatstack-accepted.yaml:12: …`. `today` as for `weighAcceptances`. Never
 *  throws. */
export function withStanding(
  rows: readonly FindingRow[],
  acceptances: readonly Acceptance[],
  today: string,
): { readonly rows: readonly StandingRow[]; readonly stale: readonly string[] } {
  const weighed = weighAcceptances(rows, acceptances, today);
  return {
    rows: rows.map((row): StandingRow => {
      const accepted = weighed.byFinding.get(row.id);
      return {
        ...row,
        standing: accepted?.state ?? 'open',
        accepted: accepted === undefined ? null : wordsOf(accepted.acceptance),
      };
    }),
    stale: weighed.stale.map((one) => `${line(one)}: ${riskText(one.risk)}`),
  };
}

function wordsOf(acceptance: Acceptance): AcceptedWords {
  const { author, reason, expires, risk } = acceptance;
  const pattern = risk.kind === 'rule' ? riskText(risk) : null;
  return { author, reason, expires, where: line(acceptance), pattern };
}

/** File and line; the folder is of no interest on a page. */
function line({ where }: Acceptance): string {
  return where.slice(where.lastIndexOf('/') + 1);
}

/** What has to be known of the file before its words are believed; null where there is nothing. Never throws. */
export function acceptedNote(stale: readonly string[], problem: string | null): string | null {
  if (problem !== null) return `Nothing counts as accepted: ${problem}`;
  const [first] = stale;
  if (first === undefined) return null;
  const rest = stale.length === 1 ? '' : ` and ${stale.length - 1} more`;
  return `Accepted, but not found here (put right, or not read): ${first}${rest}`;
}
