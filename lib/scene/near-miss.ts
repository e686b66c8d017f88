// Which statement of a policy came nearest to allowing a request.
import type { PolicyReport, StatementReport } from '@/lib/iam/explanation';

/** Allow statements that speak of the action and yet do not apply, nearest first. Of equal ones, one that names somebody tells
 *  more than one that leaves it to a whole account. Never throws. */
export function nearMisses(report: PolicyReport): readonly StatementReport[] {
  return report.statements
    .filter(
      (one) =>
        one.effect === 'Allow' &&
        one.applies === 'no' &&
        one.failed !== null &&
        one.failed.element !== 'Action',
    )
    .sort(
      (a, b) =>
        b.matchedElements - a.matchedElements ||
        wholeAccount(a) - wholeAccount(b) ||
        a.statement - b.statement,
    );
}

function wholeAccount(report: StatementReport): number {
  return /:root\b/.test(report.failed?.detail ?? '') ? 1 : 0;
}
