// The answer at the top of Accounts and coverage: how much was read, and what hangs on the rest.
import type { Coverage, CoverageRow } from './coverage';

/** "4 of 4 accounts read, every call was answered." Never throws. */
export function coverageHeadline(coverage: Coverage): string {
  const { rows, asked, read, unanswered } = coverage;
  if (asked === 0 && read === 0) return 'No account was asked.';
  const first = `${read} of ${Math.max(asked, read)} ${Math.max(asked, read) === 1 ? 'account' : 'accounts'} read`;
  const closed = rows.filter((row) => row.reading === 'closed');
  const partly = rows.filter((row) => row.calls.length > 0 && row.reading !== 'closed');
  if (closed.length > 0 && partly.length === 0)
    return `${first}, ${places(closed)} could not be entered${tail(coverage)}`;
  if (unanswered === 0) return `${first}, every call was answered.`;
  const refused = partly.flatMap((row) => row.calls).every((call) => call.happened === 'refused');
  const calls = partly.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.unanswered, 0), 0);
  const shut = closed.length === 0 ? '' : `, and ${places(closed)} could not be entered`;
  return `${calls} ${calls === 1 ? 'call was' : 'calls were'} ${refused ? 'refused' : 'not answered'} in ${places(partly)}${shut}${tail(coverage)}`;
}

/** "acme-retail belongs to the organisation and was not asked." Null where everything was. Never throws. */
export function leftOut({ rows }: Coverage): string | null {
  const not = rows.filter((row) => row.reading === 'not-asked');
  const suspended = rows.filter((row) => row.reading === 'suspended');
  const parts = [
    not.length === 0
      ? null
      : `${places(not)} ${not.length === 1 ? 'is known and was' : 'are known and were'} not asked`,
    suspended.length === 0 ? null : `${places(suspended)} ${suspended.length === 1 ? 'is' : 'are'} suspended`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

function tail({ paths }: Coverage): string {
  if (paths === 0) return '; no permission path hangs on it.';
  return `: ${paths} ${paths === 1 ? 'path' : 'paths'} cannot be told.`;
}

function places(rows: readonly CoverageRow[]): string {
  return rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length} accounts`;
}
