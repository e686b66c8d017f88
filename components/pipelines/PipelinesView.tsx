'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { pipelineHref } from '@/components/pipeline/view-state';
import { Field } from '@/components/ui/Field';
import { hidingOf } from '@/components/ui/hiding';
import { ListPage } from '@/components/ui/ListPage';
import { NothingMatches } from '@/components/ui/NothingMatches';
import { RowsTable } from '@/components/ui/RowsTable';
import { OverBroadToggle } from '@/components/verdict/OverBroadToggle';
import { StateFilter } from '@/components/verdict/StateFilter';
import { filterWords } from '@/components/verdict/states';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { NO_FILTER, shownRows } from './filter-rows';
import { headline } from './headline';
import { pipelineColumns } from './pipeline-columns';
import { useWarmMap } from './use-warm-map';
import { listState } from './view-state';

/** All pipelines. What is filtered and how it is sorted stands in the URL. */
export function PipelinesView(props: { rows: readonly PipelineRow[]; snapshot: string | null; now: string }) {
  const { rows, snapshot, now } = props;
  const [list, setList] = useQueryStates(listState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownRows(rows, deferred), [rows, deferred]);
  const columns = useMemo(() => pipelineColumns(now), [now]);
  useWarmMap();
  return (
    <ListPage
      headline={headline(rows)}
      shown={shown.length}
      total={rows.length}
      tools={
        <>
          <Field
            label="Search pipelines"
            placeholder="Search name, ARN, account, cause"
            glyph="search"
            shortcut="/"
            value={list.find}
            onChange={(find) => setList({ find })}
          />
          <StateFilter
            legend="State"
            value={list.filter}
            onChange={(filter) => setList({ filter })}
            countOf={(filter) =>
              filter === 'any' ? rows.length : rows.filter(({ state }) => state === filter).length
            }
          />
          <OverBroadToggle
            pressed={list.broad}
            count={rows.filter(({ overBroad }) => overBroad).length}
            onPress={() => setList({ broad: !list.broad })}
          />
        </>
      }
    >
      {shown.length === 0 ? (
        <NothingMatches
          row="pipeline"
          total={rows.length}
          hiding={hidingOf({
            list,
            none: NO_FILTER,
            total: rows.length,
            left: (one) => shownRows(rows, one).length,
            words: filterWords(list),
            onLift: setList,
          })}
          onShowAll={() => setList(NO_FILTER)}
        />
      ) : (
        <RowsTable
          label="Pipelines"
          columns={columns}
          rows={shown}
          keyOf={({ arn }) => arn}
          hrefOf={({ id }) => pipelineHref(`/pipelines/${id}`, { snapshot })}
          sort={list.sort}
          reverse={list.reverse}
          onSort={(sort, reverse) => setList({ sort, reverse })}
        />
      )}
    </ListPage>
  );
}
