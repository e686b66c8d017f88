'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { SeverityMark } from '@/components/findings/SeverityMark';
import { roleHref } from '@/components/role/view-state';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Glyph } from '@/components/ui/Glyph';
import styles from '@/components/ui/ListPage.module.css';
import { type RowsColumn, RowsTable } from '@/components/ui/RowsTable';
import { Segmented } from '@/components/ui/Segmented';
import { AccountTag } from '@/components/verdict/AccountTag';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { FILTERS, STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { RoleRow, RoleRows } from '@/lib/scene/role-rows';
import { type RoleColumn, rolesState, shownRoles } from './view-state';

const COLUMNS: readonly RowsColumn<RoleRow, RoleColumn>[] = [
  { column: 'name', label: 'Hat', cell: ({ name }) => name, title: ({ arn }) => arn },
  {
    column: 'account',
    label: 'Account',
    widthPx: 150,
    cell: ({ account, isProd }) => <AccountTag name={account} isProd={isProd} />,
    title: ({ account }) => account,
  },
  { column: 'tier', label: 'Tier', widthPx: 84, cell: ({ tier }) => tier ?? '–' },
  {
    column: 'serves',
    label: 'Pipelines',
    widthPx: 96,
    align: 'right',
    cell: ({ serves }) => serves,
  },
  {
    column: 'can',
    label: 'Can put it on',
    widthPx: 120,
    align: 'right',
    cell: ({ can }) => can ?? '–',
    title: ({ can }) =>
      can === null ? 'Counted for hats of pipelines; its own page tells' : `${can} for certain`,
  },
  {
    column: 'mark',
    label: 'Mark',
    widthPx: 116,
    cell: ({ overBroad }) => (overBroad ? <OverBroadBadge /> : null),
  },
  {
    column: 'severity',
    label: 'Worst finding',
    widthPx: 124,
    cell: ({ severity }) => (severity === null ? null : <SeverityMark severity={severity} />),
  },
  {
    column: 'state',
    label: 'Worst state',
    widthPx: 132,
    cell: ({ state }) => (state === null ? null : <StateBadge state={state} />),
  },
];

/** Every hat that pipelines wear, or every role of the snapshot. What is filtered and how it is sorted stands in the URL. */
export function RolesView({ all, snapshot }: { all: RoleRows; snapshot: string | null }) {
  const [list, setList] = useQueryStates(rolesState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownRoles(all.rows, deferred), [all.rows, deferred]);
  const hats = all.rows.filter(({ serves }) => serves > 0);
  const listed = list.all ? all.rows : hats;
  const broad = hats.filter(({ overBroad }) => overBroad).length;
  return (
    <>
      <div className={styles.head}>
        <h1>
          Pipelines wear {hats.length} {hats.length === 1 ? 'hat' : 'hats'}, {broad} of them over-broad
        </h1>
        <div className={styles.tools}>
          <Field
            label="Search hats"
            placeholder="Search name, ARN, account, tier"
            glyph="search"
            shortcut="/"
            value={list.find}
            onChange={(find) => setList({ find })}
          />
          <Segmented
            legend="State"
            value={list.filter}
            onChange={(filter) => setList({ filter })}
            segments={FILTERS.map((filter) => ({
              value: filter,
              label: (
                <>
                  {filter === 'any' ? 'Any' : <VerdictMark state={filter} />}
                  {filter === 'any' ? null : STATE_WORDS[filter]}
                  <span className={styles.count}>
                    {filter === 'any' ? listed.length : listed.filter(({ state }) => state === filter).length}
                  </span>
                </>
              ),
            }))}
          />
          <Button pressed={list.broad} onClick={() => setList({ broad: !list.broad })}>
            <Glyph name="overbroad" size={14} />
            Over-broad
            <span className={styles.count}>{listed.filter(({ overBroad }) => overBroad).length}</span>
          </Button>
          <Button pressed={list.all} onClick={() => setList({ all: !list.all })}>
            All roles
            <span className={styles.count}>{all.rows.length}</span>
          </Button>
        </div>
      </div>
      {shown.length === 0 ? (
        <Notice
          title="No hat matches"
          next={
            <Button
              look="primary"
              onClick={() => setList({ find: '', filter: 'any', broad: false, all: true })}
            >
              Show all {all.rows.length} roles
            </Button>
          }
        >
          <p>
            {list.all
              ? `Search and filters hide all ${all.rows.length} roles.`
              : `Search and filters hide all ${hats.length} hats of pipelines; roles that no pipeline wears are not listed.`}
          </p>
        </Notice>
      ) : (
        <RowsTable
          label="Hats"
          columns={COLUMNS}
          rows={shown}
          keyOf={({ arn }) => arn}
          hrefOf={({ id }) => roleHref(id, snapshot)}
          sort={list.sort}
          reverse={list.reverse}
          onSort={(sort, reverse) => setList({ sort, reverse })}
        />
      )}
      <footer className={styles.foot}>
        <span role="status">
          {shown.length} of {listed.length} shown
        </span>
        {all.unread === 0 ? null : (
          <span>
            &nbsp;· {all.unread} more {all.unread === 1 ? 'hat' : 'hats'} that pipelines name{' '}
            {all.unread === 1 ? 'was' : 'were'} not read or do not exist
          </span>
        )}
      </footer>
    </>
  );
}
