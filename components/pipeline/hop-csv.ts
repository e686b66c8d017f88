// The table of hops as a file for a spreadsheet.
import { cellsOf } from './hop-order';
import type { HopRow } from './hop-rows';

const HEAD = ['Action', 'Hop', 'State', 'What it does', 'Mark', 'Who decides'];

/** The rows as CSV with a head. @see https://www.rfc-editor.org/rfc/rfc4180 (read 2026-11-27). Never throws. */
export function hopCsv(rows: readonly HopRow[]): string {
  return [HEAD, ...rows.map(cellsOf)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell; what a spreadsheet would take for a formula begins with an apostrophe.
 *  @see https://owasp.org/www-community/attacks/CSV_Injection (read 2026-11-27) */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
