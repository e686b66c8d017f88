'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { SeverityMark } from '@/components/findings/SeverityMark';
import { roleHref } from '@/components/role/view-state';
import { Button } from '@/components/ui/Button';
import { Counted } from '@/components/ui/Counted';
import { hidingOf } from '@/components/ui/hiding';
import { ListPage } from '@/components/ui/ListPage';
import { NothingMatches } from '@/components/ui/NothingMatches';
import { Notice } from '@/components/ui/Notice';
import { type RowsColumn, RowsTable } from '@/components/ui/RowsTable';
import { AccountTag } from '@/components/verdict/AccountTag';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { StateTools } from '@/components/verdict/StateTools';
import { filterWords } from '@/components/verdict/states';
import type { RoleRow, RoleRows } from '@/lib/scene/role-rows';
import { NO_FILTER, type RoleColumn, rolesState, shownRoles } from './view-state';

const COLUMNS: readonly RowsColumn<RoleRow, RoleColumn>[] = [
  { column: 'name', label: 'Hat', cell: ({ name }) => name, title: ({ arn }) => arn },
  {
    column: 'state',
    label: 'Worst state',
    widthPx: 114,
    cell: ({ state }) => (state === null ? null : <StateBadge state={state} />),
  },
  {
    column: 'mark',
    label: 'Mark',
    widthPx: 112,
    cell: ({ overBroad, accepted }) => (overBroad ? <OverBroadBadge accepted={accepted} /> : null),
  },
  {
    column: 'severity',
    label: 'Worst finding',
    widthPx: 112,
    cell: ({ severity }) => (severity === null ? null : <SeverityMark severity={severity} />),
  },
  {
    column: 'account',
    label: 'Account',
    widthPx: 130,
    cell: ({ account, isProd }) => <AccountTag name={account} isProd={isProd} />,
    title: ({ account }) => account,
  },
  { column: 'tier', label: 'Tier', widthPx: 72, cell: ({ tier }) => tier ?? '–' },
  {
    column: 'serves',
    label: 'Pipelines',
    widthPx: 88,
    align: 'right',
    cell: ({ serves }) => serves,
  },
  {
    column: 'can',
    label: 'Can put it on',
    widthPx: 116,
    align: 'right',
    cell: ({ can }) => can ?? '–',
    title: ({ can }) =>
      can === null ? 'Counted for hats of pipelines; its own page tells' : `${can} for certain`,
  },
];

/** Every hat that pipelines wear, or every role of the snapshot. What is filtered and how it is sorted stands in the URL. */
export function RolesView({ all, snapshot }: { all: RoleRows; snapshot: string | null }) {
  const [list, setList] = useQueryStates(rolesState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownRoles(all.rows, deferred), [all.rows, deferred]);
  const hats = all.rows.filter(({ serves }) => serves > 0);
  const listed = list.all ? all.rows : hats;
  return (
    <ListPage
      headline={hatsHeadline(hats)}
      shown={shown.length}
      total={listed.length}
      note={unreadNote(all.unread)}
      tools={
        <>
          <StateTools
            label="Search hats"
            placeholder="Search name, ARN, account, tier"
            list={list}
            rows={listed}
            onChange={setList}
          />
          <Button pressed={list.all} onClick={() => setList({ all: !list.all })}>
            <Counted count={all.rows.length}>All roles</Counted>
          </Button>
        </>
      }
    >
      {listed.length === 0 ? (
        <Notice
          isPart
          title="No pipeline wears a hat in this snapshot"
          next={
            <Button look="primary" onClick={() => setList({ all: true })}>
              Show all {all.rows.length} roles
            </Button>
          }
        />
      ) : shown.length === 0 ? (
        <NothingMatches
          row={list.all ? 'role' : 'hat'}
          total={listed.length}
          hiding={hidingOf({
            list,
            none: NO_FILTER,
            total: listed.length,
            left: (one) => shownRoles(all.rows, one).length,
            words: filterWords(list),
            onLift: setList,
          })}
          onShowAll={() => setList(NO_FILTER)}
        />
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
    </ListPage>
  );
}

function hatsHeadline(hats: readonly RoleRow[]): string {
  const broad = hats.filter(({ overBroad }) => overBroad).length;
  const accepted = hats.filter((one) => one.accepted === true).length;
  const answered = accepted === 0 ? '' : `, ${accepted} of these accepted`;
  return `Pipelines wear ${hats.length} ${hats.length === 1 ? 'hat' : 'hats'}, ${broad} of them over-broad${answered}`;
}

function unreadNote(count: number): string | null {
  if (count === 0) return null;
  return count === 1
    ? '1 more hat that pipelines name was not read or does not exist'
    : `${count} more hats that pipelines name were not read or do not exist`;
}
