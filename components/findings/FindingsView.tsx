'use client';

import { useQueryStates } from 'nuqs';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button, ButtonLink } from '@/components/ui/Button';
import { Counted } from '@/components/ui/Counted';
import { hidingOf } from '@/components/ui/hiding';
import { ListPage } from '@/components/ui/ListPage';
import { NothingMatches } from '@/components/ui/NothingMatches';
import { type RowsColumn, RowsTable } from '@/components/ui/RowsTable';
import { SearchField } from '@/components/ui/SearchField';
import { Segmented } from '@/components/ui/Segmented';
import { Ticked } from '@/components/ui/Ticked';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { StandingRow } from '@/lib/scene/accepted-rows';
import { AcceptedFile } from './AcceptedFile';
import { GROUPING_WORDS, GroupsTable } from './GroupsTable';
import { rulesHref } from './rule-href';
import { SeverityMark } from './SeverityMark';
import {
  type FindingColumn,
  findingsHref,
  findingsState,
  GROUPINGS,
  NO_FILTER,
  SEVERITY_FILTERS,
  SEVERITY_WORDS,
  STANDING_FILTERS,
  STANDING_WORDS,
  shownFindings,
} from './view-state';

const COLUMNS: readonly RowsColumn<StandingRow, FindingColumn>[] = [
  {
    column: 'title',
    label: 'Finding',
    wraps: true,
    cell: ({ title }) => <Ticked text={title} />,
    title: ({ title }) => title,
  },
  {
    column: 'severity',
    label: 'Severity',
    widthPx: 104,
    cell: ({ severity }) => <SeverityMark severity={severity} />,
  },
  {
    column: 'rule',
    label: 'Rule',
    widthPx: 220,
    spare: true,
    cell: ({ rule }) => <code>{rule}</code>,
    title: ({ rule }) => rule,
  },
  {
    column: 'subject',
    label: 'Subject',
    widthPx: 186,
    spare: true,
    cell: ({ name }) => <code>{name}</code>,
    title: ({ subject }) => subject,
  },
  {
    column: 'account',
    label: 'Account',
    widthPx: 118,
    cell: ({ account, isProd }) => <AccountTag name={account} isProd={isProd} />,
    title: ({ account }) => account,
  },
  {
    column: 'pipelines',
    label: 'Pipelines',
    widthPx: 84,
    align: 'right',
    cell: ({ pipelines }) => pipelines,
  },
  { column: 'certainty', label: 'Certainty', widthPx: 100, cell: ({ certainty }) => certainty },
];

/** Beside the severity, and only where something was accepted. */
const STANDING: RowsColumn<StandingRow, FindingColumn> = {
  column: 'standing',
  label: 'Accepted',
  widthPx: 128,
  cell: ({ standing, accepted }) =>
    accepted === null ? '–' : `${standing === 'accepted' ? 'until' : 'expired'} ${accepted.expires}`,
  title: ({ accepted }) => (accepted === null ? '' : `${accepted.author}: ${accepted.reason}`),
};

/** All findings, and beside them the evidence of the one that is open. What is filtered and how it is sorted stands in the URL. */
export function FindingsView(props: {
  headline: string;
  /** What is to be known of the file of accepted findings. */
  second: string | null;
  rows: readonly StandingRow[];
  panel: ReactNode;
}) {
  const { rows } = props;
  const [list, setList] = useQueryStates(findingsState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownFindings(rows, deferred), [rows, deferred]);
  const count = (severity: (typeof SEVERITY_FILTERS)[number]) =>
    severity === 'any' ? rows.length : rows.filter((row) => row.severity === severity).length;
  const standing = (one: (typeof STANDING_FILTERS)[number]) =>
    one === 'any' ? rows.length : rows.filter((row) => row.standing === one).length;
  const certain = rows.filter(({ certainty }) => certainty === 'shown').length;
  const isAnswered = rows.some(({ accepted }) => accepted !== null);
  const columns = isAnswered ? [...COLUMNS.slice(0, 2), STANDING, ...COLUMNS.slice(2)] : COLUMNS;
  return (
    <ListPage
      headline={props.headline}
      second={props.second}
      shown={shown.length}
      total={rows.length}
      panel={props.panel}
      tools={
        <>
          <SearchField
            label="Search findings"
            placeholder="Search finding, rule, subject, account"
            value={list.find}
            onChange={(find) => setList({ find })}
          />
          <Segmented
            legend="Severity"
            value={list.severity}
            onChange={(severity) => setList({ severity })}
            segments={SEVERITY_FILTERS.map((severity) => ({
              value: severity,
              label: (
                <Counted count={count(severity)}>
                  {severity === 'any' ? 'Any' : SEVERITY_WORDS[severity]}
                </Counted>
              ),
            }))}
          />
          {isAnswered || list.standing !== 'any' ? (
            <Segmented
              legend="Accepted or not"
              value={list.standing}
              onChange={(one) => setList({ standing: one })}
              segments={STANDING_FILTERS.map((one) => ({
                value: one,
                label: <Counted count={standing(one)}>{one === 'any' ? 'All' : STANDING_WORDS[one]}</Counted>,
              }))}
            />
          ) : null}
          <Segmented
            legend="Group by"
            value={list.by}
            onChange={(by) => setList({ by, in: '' })}
            segments={GROUPINGS.map((by) => ({
              value: by,
              label: by === 'none' ? 'No groups' : `By ${GROUPING_WORDS[by].toLowerCase()}`,
            }))}
          />
          {list.by === 'none' || list.in === '' ? null : (
            <Button onClick={() => setList({ in: '' })}>Back to all groups</Button>
          )}
          {certain < rows.length || list.shown ? (
            <Button pressed={list.shown} onClick={() => setList({ shown: !list.shown })}>
              <Counted count={certain}>Certainty shown</Counted>
            </Button>
          ) : null}
          <ButtonLink href={rulesHref(list.snapshot)}>All rules</ButtonLink>
          <AcceptedFile />
        </>
      }
    >
      {shown.length === 0 ? (
        <NothingMatches
          row="finding"
          total={rows.length}
          hiding={hidingOf({
            list,
            none: NO_FILTER,
            total: rows.length,
            left: (one) => shownFindings(rows, one).length,
            words: {
              find: `The search “${list.find.trim()}”`,
              severity: list.severity === 'any' ? '' : `The severity ${SEVERITY_WORDS[list.severity]}`,
              standing: list.standing === 'any' ? '' : `The filter ${STANDING_WORDS[list.standing]}`,
              in: `The group “${list.in}”`,
              shown: 'The filter Certainty shown',
            },
            onLift: setList,
          })}
          onShowAll={() => setList(NO_FILTER)}
        />
      ) : list.by !== 'none' && list.in === '' ? (
        <GroupsTable
          rows={shown}
          by={list.by}
          hrefOf={(group) => findingsHref('/findings', { ...list, in: group })}
        />
      ) : (
        <RowsTable
          label="Findings"
          columns={columns}
          rows={shown}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => findingsHref('/findings', { ...list, finding: id })}
          isChosen={({ id }) => id === list.finding}
          sort={list.sort}
          reverse={list.reverse}
          onSort={(sort, reverse) => setList({ sort, reverse })}
        />
      )}
    </ListPage>
  );
}
