// The one place that writes CSV, so that no name can break out of its cell or run as a formula.

/** Rows as RFC 4180 has them: CRLF, quotes doubled. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 *  Never throws.
 *  @see https://www.rfc-editor.org/rfc/rfc4180
 *  @see https://owasp.org/www-community/attacks/CSV_Injection (both read 2026-11-27) */
export function csvOf(rows: readonly (readonly (string | number | boolean)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
