// Findings gathered by what they have in common.
import { groupBy } from '@/lib/base/group-by';
import { compareText } from '@/lib/base/sort';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import type { StandingRow } from '@/lib/scene/accepted-rows';
import { type Grouping, groupOf } from './view-state';

export interface FindingGroup {
  readonly name: string;
  /** Of its gravest finding. */
  readonly severity: Severity;
  readonly findings: number;
  /** How many of them count: they are not accepted, or not any longer. */
  readonly counting: number;
}

export const GROUP_COLUMNS = ['name', 'severity', 'findings', 'counting'] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** The groups of these rows. Never throws. */
export function groupsOf(
  rows: readonly StandingRow[],
  by: Exclude<Grouping, 'none'>,
): readonly FindingGroup[] {
  return [...groupBy(rows, (row) => groupOf(row, by))].map(([name, own]) => ({
    name,
    severity: SEVERITIES.find((one) => own.some((row) => row.severity === one)) ?? 'info',
    findings: own.length,
    counting: own.filter(({ standing }) => standing !== 'accepted').length,
  }));
}

/** In the order asked for; the gravest and then the largest first. Never throws. */
export function sortedGroups(
  groups: readonly FindingGroup[],
  sort: GroupColumn,
  reverse: boolean,
): readonly FindingGroup[] {
  const rank = ({ severity }: FindingGroup) => SEVERITIES.indexOf(severity);
  const by: Readonly<Record<GroupColumn, (a: FindingGroup, b: FindingGroup) => number>> = {
    name: (a, b) => compareText(a.name, b.name),
    severity: (a, b) => rank(a) - rank(b),
    findings: (a, b) => b.findings - a.findings,
    counting: (a, b) => b.counting - a.counting,
  };
  const sorted = [...groups].sort(
    (a, b) => by[sort](a, b) || b.findings - a.findings || compareText(a.name, b.name),
  );
  return reverse ? sorted.reverse() : sorted;
}
