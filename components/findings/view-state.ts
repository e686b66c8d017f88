// The state of the findings page, as its URL holds it.
import { createSerializer, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { compareText } from '@/lib/base/sort';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import type { Standing, StandingRow } from '@/lib/scene/accepted-rows';

export const FINDING_COLUMNS = [
  'title',
  'severity',
  'rule',
  'subject',
  'account',
  'pipelines',
  'certainty',
  'standing',
] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];

export const SEVERITY_FILTERS = ['any', ...SEVERITIES] as const;

export const STANDING_FILTERS = ['any', 'open', 'accepted', 'expired'] as const;

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  open: 'Open',
  accepted: 'Accepted',
  expired: 'Expired',
};

export const GROUPINGS = ['none', 'rule', 'account', 'cause'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const findingsState = {
  find: parseAsString.withDefault(''),
  severity: parseAsStringLiteral(SEVERITY_FILTERS).withDefault('any'),
  standing: parseAsStringLiteral(STANDING_FILTERS).withDefault('any'),
  /** Only what is shown by what was read. */
  shown: parseAsBoolean.withDefault(false),
  by: parseAsStringLiteral(GROUPINGS).withDefault('none'),
  /** The group that is open, where there are groups. */
  in: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(FINDING_COLUMNS).withDefault('severity'),
  reverse: parseAsBoolean.withDefault(false),
  /** The finding that is open beside the table. */
  finding: parseAsString,
  snapshot: parseAsString,
};

export interface FindingsState {
  readonly find: string;
  readonly severity: (typeof SEVERITY_FILTERS)[number];
  readonly standing: (typeof STANDING_FILTERS)[number];
  readonly shown: boolean;
  readonly by: Grouping;
  readonly in: string;
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

type Filter = Pick<FindingsState, 'find' | 'severity' | 'standing' | 'shown' | 'in'>;

export const NO_FILTER: Filter = {
  find: '',
  severity: 'any',
  standing: 'any',
  shown: false,
  in: '',
};

/** The rows that pass every filter, in the order asked for. Never throws. */
export function shownFindings(
  rows: readonly StandingRow[],
  list: Filter & Pick<FindingsState, 'by' | 'sort' | 'reverse'>,
): readonly StandingRow[] {
  const wanted = list.find.trim().toLowerCase().split(/\s+/);
  const sorted = rows
    .filter(
      (row) =>
        (list.severity === 'any' || row.severity === list.severity) &&
        (list.standing === 'any' || row.standing === list.standing) &&
        (list.in === '' || list.by === 'none' || groupOf(row, list.by) === list.in) &&
        (!list.shown || row.certainty === 'shown') &&
        wanted.every((word) => textOf(row).includes(word)),
    )
    .sort((a, b) => by[list.sort](a, b) || severity(a) - severity(b) || compareText(a.id, b.id));
  return list.reverse ? sorted.reverse() : sorted;
}

/** The group that a row belongs to. Never throws. */
export function groupOf(row: StandingRow, by: Exclude<Grouping, 'none'>): string {
  return row[by];
}

function textOf(row: StandingRow): string {
  return [
    row.title,
    row.rule,
    row.subject,
    row.name,
    row.account,
    row.severity,
    row.accepted?.author,
    row.accepted?.reason,
  ]
    .join(' ')
    .toLowerCase();
}

function severity(row: StandingRow): number {
  return SEVERITIES.indexOf(row.severity);
}

const by: Readonly<Record<FindingColumn, (a: StandingRow, b: StandingRow) => number>> = {
  title: (a, b) => compareText(a.title, b.title),
  severity: (a, b) => severity(a) - severity(b),
  rule: (a, b) => compareText(a.rule, b.rule),
  subject: (a, b) => compareText(a.name, b.name),
  account: (a, b) => compareText(a.account, b.account),
  pipelines: (a, b) => b.pipelines - a.pipelines,
  certainty: (a, b) => compareText(b.certainty, a.certainty),
  // What runs out first comes first; what was never accepted last.
  standing: (a, b) => compareText(a.accepted?.expires ?? '~', b.accepted?.expires ?? '~'),
};
