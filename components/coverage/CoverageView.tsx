'use client';

import { useQueryStates } from 'nuqs';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Segmented } from '@/components/ui/Segmented';
import type { CoverageRow } from '@/lib/scene/coverage';
import { CoverageTable } from './CoverageTable';
import styles from './CoverageView.module.css';
import {
  COVERAGE_FILTERS,
  coverageHref,
  coverageState,
  FILTER_WORDS,
  passes,
  shownAccounts,
} from './view-state';

/** Accounts by regions: the answer, the filters, the table, and beside it the calls of the chosen account. */
export function CoverageView(props: {
  headline: string;
  second: string | null;
  rows: readonly CoverageRow[];
  regions: readonly string[];
  panel: ReactNode;
}) {
  const { rows } = props;
  const [list, setList] = useQueryStates(coverageState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownAccounts(rows, deferred), [rows, deferred]);
  return (
    <div className={styles.workspace}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1>{props.headline}</h1>
          {props.second === null ? null : <p>{props.second}</p>}
          <div className={styles.tools}>
            <Field
              label="Search accounts"
              placeholder="Search name, id, place, call"
              glyph="search"
              shortcut="/"
              value={list.find}
              onChange={(find) => setList({ find })}
            />
            <Segmented
              legend="Read"
              value={list.filter}
              onChange={(filter) => setList({ filter })}
              segments={COVERAGE_FILTERS.map((filter) => ({
                value: filter,
                label: (
                  <>
                    {FILTER_WORDS[filter]}
                    <span className={styles.count}>{rows.filter((row) => passes(row, filter)).length}</span>
                  </>
                ),
              }))}
            />
          </div>
        </div>
        {shown.length === 0 ? (
          <Notice
            title="No account matches"
            next={
              <Button look="primary" onClick={() => setList({ find: '', filter: 'any' })}>
                Show all {rows.length}
              </Button>
            }
          >
            <p>Search and filter hide all {rows.length} accounts.</p>
          </Notice>
        ) : (
          <CoverageTable
            rows={shown}
            regions={props.regions}
            chosen={list.account}
            hrefOf={(account) => coverageHref('/accounts', { ...list, account })}
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
