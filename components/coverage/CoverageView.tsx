'use client';

import { useQueryStates } from 'nuqs';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Counted } from '@/components/ui/Counted';
import { hidingOf } from '@/components/ui/hiding';
import { ListPage } from '@/components/ui/ListPage';
import { NothingMatches } from '@/components/ui/NothingMatches';
import { SearchField } from '@/components/ui/SearchField';
import { Segmented } from '@/components/ui/Segmented';
import type { CoverageRow } from '@/lib/scene/coverage';
import { CoverageTable } from './CoverageTable';
import {
  COVERAGE_FILTERS,
  coverageHref,
  coverageState,
  FILTER_WORDS,
  NO_FILTER,
  passes,
  shownAccounts,
} from './view-state';

/** Accounts by regions, and beside them the calls of the chosen account. */
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
    <ListPage
      headline={props.headline}
      second={props.second}
      shown={shown.length}
      total={rows.length}
      panel={props.panel}
      tools={
        <>
          <SearchField
            label="Search accounts"
            placeholder="Search name, id, place, call"
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
                <Counted count={rows.filter((row) => passes(row, filter)).length}>
                  {FILTER_WORDS[filter]}
                </Counted>
              ),
            }))}
          />
        </>
      }
    >
      {shown.length === 0 ? (
        <NothingMatches
          row="account"
          total={rows.length}
          hiding={hidingOf({
            list,
            none: NO_FILTER,
            total: rows.length,
            left: (one) => shownAccounts(rows, one).length,
            words: {
              find: `The search “${list.find.trim()}”`,
              filter: `The filter ${FILTER_WORDS[list.filter]}`,
            },
            onLift: setList,
          })}
          onShowAll={() => setList(NO_FILTER)}
        />
      ) : (
        <CoverageTable
          rows={shown}
          regions={props.regions}
          chosen={list.account}
          hrefOf={(account) => coverageHref('/accounts', { ...list, account })}
        />
      )}
    </ListPage>
  );
}
