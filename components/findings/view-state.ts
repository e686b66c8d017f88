// The state of the findings page, as its URL holds it.
import { createSerializer, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { compareText } from '@/lib/base/sort';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import type { FindingRow } from '@/lib/scene/findings-page';

export const FINDING_COLUMNS = [
  'title',
  'severity',
  'rule',
  'subject',
  'account',
  'pipelines',
  'certainty',
] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];

export const SEVERITY_FILTERS = ['any', ...SEVERITIES] as const;

export const findingsState = {
  find: parseAsString.withDefault(''),
  severity: parseAsStringLiteral(SEVERITY_FILTERS).withDefault('any'),
  /** Only what is shown by what was read. */
  shown: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(FINDING_COLUMNS).withDefault('severity'),
  reverse: parseAsBoolean.withDefault(false),
  /** The finding that is open beside the table. */
  finding: parseAsString,
  snapshot: parseAsString,
};

export interface FindingsState {
  readonly find: string;
  readonly severity: (typeof SEVERITY_FILTERS)[number];
  readonly shown: boolean;
  readonly sort: FindingColumn;
  readonly reverse: boolean;
  readonly finding: string | null;
  readonly snapshot: string | null;
}

/** The URL of a state: `findingsHref('/findings', { snapshot, finding })`. */
export const findingsHref = createSerializer(findingsState);

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export const NO_FILTER: Pick<FindingsState, 'find' | 'severity' | 'shown'> = {
  find: '',
  severity: 'any',
  shown: false,
};

/** The rows that pass every filter, in the order asked for. Never throws. */
export function shownFindings(
  rows: readonly FindingRow[],
  list: Pick<FindingsState, 'find' | 'severity' | 'shown' | 'sort' | 'reverse'>,
): readonly FindingRow[] {
  const wanted = list.find.trim().toLowerCase().split(/\s+/);
  const sorted = rows
    .filter(
      (row) =>
        (list.severity === 'any' || row.severity === list.severity) &&
        (!list.shown || row.certainty === 'shown') &&
        wanted.every((word) => textOf(row).includes(word)),
    )
    .sort((a, b) => by[list.sort](a, b) || severity(a) - severity(b) || compareText(a.id, b.id));
  return list.reverse ? sorted.reverse() : sorted;
}

function textOf(row: FindingRow): string {
  return [row.title, row.rule, row.subject, row.name, row.account, row.severity].join(' ').toLowerCase();
}

function severity(row: FindingRow): number {
  return SEVERITIES.indexOf(row.severity);
}

const by: Readonly<Record<FindingColumn, (a: FindingRow, b: FindingRow) => number>> = {
  title: (a, b) => compareText(a.title, b.title),
  severity: (a, b) => severity(a) - severity(b),
  rule: (a, b) => compareText(a.rule, b.rule),
  subject: (a, b) => compareText(a.name, b.name),
  account: (a, b) => compareText(a.account, b.account),
  pipelines: (a, b) => b.pipelines - a.pipelines,
  certainty: (a, b) => compareText(b.certainty, a.certainty),
};
