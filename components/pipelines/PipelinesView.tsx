'use client';

import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { shownRows } from './filter-rows';
import { headline } from './headline';
import { NothingMatches } from './NothingMatches';
import { PipelinesFoot } from './PipelinesFoot';
import { PipelinesTable } from './PipelinesTable';
import { PipelinesTools } from './PipelinesTools';
import styles from './PipelinesView.module.css';
import { listState } from './view-state';

/** All pipelines: the answer, the filters, the table. What is filtered and how it is sorted stands in the URL. */
export function PipelinesView({
  rows,
  snapshot,
  now,
}: {
  rows: readonly PipelineRow[];
  snapshot: string | null;
  now: string;
}) {
  const [list, setList] = useQueryStates(listState, { history: 'replace' });
  const deferred = useDeferredValue(list);
  const shown = useMemo(() => shownRows(rows, deferred), [rows, deferred]);
  return (
    <>
      <div className={styles.head}>
        <h1>{headline(rows)}</h1>
        <PipelinesTools rows={rows} list={list} onChange={setList} />
      </div>
      {shown.length === 0 ? (
        <NothingMatches rows={rows} list={list} onChange={setList} />
      ) : (
        <PipelinesTable rows={shown} snapshot={snapshot} now={now} list={list} onChange={setList} />
      )}
      <PipelinesFoot shown={shown.length} total={rows.length} />
    </>
  );
}
