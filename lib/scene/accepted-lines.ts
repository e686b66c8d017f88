// Accepted findings as plain lines for a terminal, apart from those that count.
import type { Analysis } from '@/lib/analysis/analysis';
import { chosenFindings, isWhole } from '@/lib/analysis/chosen-findings';
import type { Acceptance, Accepted, Weighed } from '@/lib/findings/acceptance';
import type { Finding } from '@/lib/findings/finding';

/** "1 accepted, 1 expired on 2026-10-01, 1 stale", and a line for each: by whom, until when and why; nothing where nobody accepted
 *  anything. What speaks of nothing is told where every pipeline is chosen. Never throws. */
export function acceptedLines(
  analysis: Analysis,
  chosen: Analysis['pipelines'],
  weighed: Weighed,
): readonly string[] {
  const told = chosenFindings(analysis, chosen).flatMap((finding) => {
    const accepted = weighed.byFinding.get(finding.id);
    return accepted === undefined ? [] : [{ finding, accepted }];
  });
  const holding = told.filter(({ accepted }) => accepted.state === 'accepted');
  const expired = told.filter(({ accepted }) => accepted.state === 'expired');
  const stale = isWhole(analysis, chosen) ? weighed.stale : [];
  const counts = [
    ...(holding.length > 0 ? [`${holding.length} accepted`] : []),
    ...(expired.length > 0
      ? [`${expired.length} expired${since(expired.map(({ accepted }) => accepted.acceptance.expires))}`]
      : []),
    ...(stale.length > 0 ? [`${stale.length} stale`] : []),
  ];
  if (counts.length === 0) return [];
  return [
    counts.join(', '),
    ...holding.map(({ finding, accepted }) => line('accepted until', finding, accepted)),
    ...expired.map(({ finding, accepted }) => line('counts again, expired on', finding, accepted)),
    ...stale.map(staleLine),
  ];
}

function since(days: readonly string[]): string {
  const [first] = [...days].sort();
  return new Set(days).size === 1 ? ` on ${first}` : `, the first on ${first}`;
}

function line(word: string, { severity, title, rule }: Finding, { acceptance }: Accepted): string {
  const { expires, author, reason } = acceptance;
  return `  ${word} ${expires}: ${severity}: ${title} (${rule}). ${author}: ${reason}`;
}

/** Where it stands and what it speaks of. */
function staleLine({ where, risk }: Acceptance): string {
  return `  stale: ${where}: nothing of it was found here: put right, or not read: \`${riskText(risk)}\``;
}

/** The finding's id, or the rule and its pattern. Never throws. */
export function riskText(risk: Acceptance['risk']): string {
  return risk.kind === 'finding' ? risk.id : `${risk.rule} ${risk.subject}`;
}
