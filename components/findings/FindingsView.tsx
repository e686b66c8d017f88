'use client';

import { useQueryStates } from 'nuqs';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import styles from '@/components/ui/ListPage.module.css';
import { type RowsColumn, RowsTable } from '@/components/ui/RowsTable';
import { Segmented } from '@/components/ui/Segmented';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { FindingRow } from '@/lib/scene/findings-page';
import { SeverityMark } from './SeverityMark';
import {
  type FindingColumn,
  findingsHref,
  findingsState,
  SEVERITY_FILTERS,
  SEVERITY_WORDS,
  shownFindings,
} from './view-state';

const COLUMNS: readonly RowsColumn<FindingRow, FindingColumn>[] = [
  { column: 'title', label: 'Finding', cell: ({ title }) => title, title: ({ title }) => title },
  {
    column: 'severity',
    label: 'Severity',
    widthPx: 104,
    cell: ({ severity }) => <SeverityMark severity={severity} />,
  },
  {
    column: 'rule',
    label: 'Rule',
    widthPx: 190,
    cell: ({ rule }) => <code>{rule}</code>,
    title: ({ rule }) => rule,
  },
  {
    column: 'subject',
    label: 'Subject',
    widthPx: 150,
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

/** All findings: how many, the filters, the table, and beside it the evidence of the one that is open. */
export function FindingsView(props: { headline: string; rows: readonly FindingRow[]; panel: ReactNode }) {
  const { rows } = props;
  const [list, setList] = useQueryStates(findingsState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownFindings(rows, deferred), [rows, deferred]);
  const count = (severity: (typeof SEVERITY_FILTERS)[number]) =>
    severity === 'any' ? rows.length : rows.filter((row) => row.severity === severity).length;
  return (
    <div className={styles.workspace}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1>{props.headline}</h1>
          <div className={styles.tools}>
            <Field
              label="Search findings"
              placeholder="Search finding, rule, subject, account"
              glyph="search"
              shortcut="/"
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
                  <>
                    {severity === 'any' ? 'Any' : SEVERITY_WORDS[severity]}
                    <span className={styles.count}>{count(severity)}</span>
                  </>
                ),
              }))}
            />
            <Button pressed={list.shown} onClick={() => setList({ shown: !list.shown })}>
              Shown only
              <span className={styles.count}>
                {rows.filter(({ certainty }) => certainty === 'shown').length}
              </span>
            </Button>
          </div>
        </div>
        {shown.length === 0 ? (
          <Notice
            title="No finding matches"
            next={
              <Button look="primary" onClick={() => setList({ find: '', severity: 'any', shown: false })}>
                Show all {rows.length}
              </Button>
            }
          >
            <p>Search and filters hide all {rows.length} findings.</p>
          </Notice>
        ) : (
          <RowsTable
            label="Findings"
            columns={COLUMNS}
            rows={shown}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => findingsHref('/findings', { ...list, finding: id })}
            isChosen={({ id }) => id === list.finding}
            sort={list.sort}
            reverse={list.reverse}
            onSort={(sort, reverse) => setList({ sort, reverse })}
          />
        )}
        <footer className={styles.foot}>
          <span role="status">
            {shown.length} of {rows.length} shown
          </span>
        </footer>
      </div>
      {props.panel}
    </div>
  );
}
