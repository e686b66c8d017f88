// The state of Accounts and coverage, as its URL holds it.
import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { CoverageRow } from '@/lib/scene/coverage';

export const COVERAGE_FILTERS = ['any', 'unanswered', 'not-read', 'read'] as const;
export type CoverageFilter = (typeof COVERAGE_FILTERS)[number];

export const coverageState = {
  find: parseAsString.withDefault(''),
  filter: parseAsStringLiteral(COVERAGE_FILTERS).withDefault('any'),
  /** The account whose calls are shown beside the table. */
  account: parseAsString,
  snapshot: parseAsString,
};

export interface CoverageList {
  readonly find: string;
  readonly filter: CoverageFilter;
}

export const NO_FILTER: CoverageList = { find: '', filter: 'any' };

/** The URL of a state: `coverageHref('/accounts', { snapshot, account })`. */
export const coverageHref = createSerializer(coverageState);

export const FILTER_WORDS: Readonly<Record<CoverageFilter, string>> = {
  any: 'Any',
  unanswered: 'Not answered',
  'not-read': 'Not scanned',
  read: 'All read',
};

/** Whether a row passes the filter. Never throws. */
export function passes(row: CoverageRow, filter: CoverageFilter): boolean {
  switch (filter) {
    case 'any':
      return true;
    case 'unanswered':
      return row.calls.length > 0;
    case 'not-read':
      return row.reading !== 'read' && row.reading !== 'partly';
    case 'read':
      return row.reading === 'read';
  }
}

/** The rows that pass filter and search: name, id, place, call. Never throws. */
export function shownAccounts(
  rows: readonly CoverageRow[],
  { find, filter }: CoverageList,
): readonly CoverageRow[] {
  const wanted = find.trim().toLowerCase();
  return rows.filter(
    (row) =>
      passes(row, filter) &&
      (wanted === '' ||
        [row.name, row.id, row.place, ...row.calls.map(({ call }) => call)]
          .join('\n')
          .toLowerCase()
          .includes(wanted)),
  );
}
