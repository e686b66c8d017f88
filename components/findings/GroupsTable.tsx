'use client';

import { useState } from 'react';
import { type RowsColumn, RowsTable } from '@/components/ui/RowsTable';
import type { StandingRow } from '@/lib/scene/accepted-rows';
import { type FindingGroup, type GroupColumn, groupsOf, sortedGroups } from './groups';
import { SeverityMark } from './SeverityMark';
import type { Grouping } from './view-state';

export const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  none: 'None',
  rule: 'Rule',
  account: 'Account',
  cause: 'Cause',
};

const COLUMNS: readonly RowsColumn<FindingGroup, GroupColumn>[] = [
  { column: 'name', label: 'Group', cell: ({ name }) => name, title: ({ name }) => name },
  {
    column: 'severity',
    label: 'Gravest',
    widthPx: 120,
    cell: ({ severity }) => <SeverityMark severity={severity} />,
  },
  { column: 'findings', label: 'Findings', widthPx: 100, align: 'right', cell: ({ findings }) => findings },
  {
    column: 'counting',
    label: 'Not accepted',
    widthPx: 120,
    align: 'right',
    cell: ({ counting }) => counting,
  },
];

/** One row for each group of findings; a click opens its findings. */
export function GroupsTable(props: {
  rows: readonly StandingRow[];
  by: Exclude<Grouping, 'none'>;
  hrefOf: (group: string) => string;
}) {
  const [order, setOrder] = useState<{ sort: GroupColumn; reverse: boolean }>({
    sort: 'severity',
    reverse: false,
  });
  const first = COLUMNS.map((one) =>
    one.column === 'name' ? { ...one, label: GROUPING_WORDS[props.by] } : one,
  );
  return (
    <RowsTable
      label={`Findings by ${props.by}`}
      columns={first}
      rows={sortedGroups(groupsOf(props.rows, props.by), order.sort, order.reverse)}
      keyOf={({ name }) => name}
      hrefOf={({ name }) => props.hrefOf(name)}
      sort={order.sort}
      reverse={order.reverse}
      onSort={(sort, reverse) => setOrder({ sort, reverse })}
    />
  );
}
