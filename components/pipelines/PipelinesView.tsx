'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { pipelineHref } from '@/components/pipeline/view-state';
import { hidingOf } from '@/components/ui/hiding';
import { ListPage } from '@/components/ui/ListPage';
import { NothingMatches } from '@/components/ui/NothingMatches';
import { RowsTable } from '@/components/ui/RowsTable';
import { StateTools } from '@/components/verdict/StateTools';
import { filterWords } from '@/components/verdict/states';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { NO_FILTER, shownRows } from './filter-rows';
import { headline } from './headline';
import { pipelineColumns } from './pipeline-columns';
import { useWarmMap } from './use-warm-map';
import { listState } from './view-state';

/** All pipelines. What is filtered and how it is sorted stands in the URL. */
export function PipelinesView(props: {
  rows: readonly PipelineRow[];
  /** How many causes stand behind what is broken. */
  causes: number;
  snapshot: string | null;
  now: string;
}) {
  const { rows, snapshot, now } = props;
  const [list, setList] = useQueryStates(listState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownRows(rows, deferred), [rows, deferred]);
  const columns = useMemo(() => pipelineColumns(now), [now]);
  useWarmMap();
  return (
    <ListPage
      headline={headline(rows, props.causes)}
      shown={shown.length}
      total={rows.length}
      tools={
        <StateTools
          label="Search pipelines"
          placeholder="Search name, ARN, account, cause"
          list={list}
          rows={rows}
          onChange={setList}
        />
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
