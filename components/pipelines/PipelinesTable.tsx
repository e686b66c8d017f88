'use client';

import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { SortHead } from '@/components/ui/SortHead';
import { useWindowedRows } from '@/components/ui/useWindowedRows';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { PipelineLine } from './PipelineLine';
import styles from './PipelinesTable.module.css';
import type { Column, ListState } from './view-state';

const ROW_PX = 40;
const HEADS: readonly { column: Column; label: string; isNumber?: true }[] = [
  { column: 'name', label: 'Pipeline' },
  { column: 'state', label: 'Worst state' },
  { column: 'mark', label: 'Mark' },
  { column: 'why', label: 'Why' },
  { column: 'accounts', label: 'Accounts' },
  { column: 'regions', label: 'Regions' },
  { column: 'actions', label: 'Actions', isNumber: true },
  { column: 'run', label: 'Last run, AWS' },
  { column: 'when', label: 'When', isNumber: true },
];

/** The table of pipelines. Only the rows in view are drawn, so that thousands stay fluid. */
export function PipelinesTable(props: {
  rows: readonly PipelineRow[];
  snapshot: string | null;
  now: string;
  list: ListState;
  onChange: (change: Partial<ListState>) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindowedRows(box, props.rows.length, ROW_PX);
  const sortBy = (sort: Column) =>
    props.onChange({ sort, reverse: sort === props.list.sort ? !props.list.reverse : false });
  return (
    <div ref={box} className={styles.box}>
      <table className={styles.table} aria-rowcount={props.rows.length + 1}>
        <colgroup>
          {HEADS.map(({ column }) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {HEADS.map(({ column, label, isNumber }) => (
              <SortHead
                key={column}
                label={label}
                align={isNumber ? 'right' : 'left'}
                sorted={
                  column === props.list.sort ? (props.list.reverse ? 'descending' : 'ascending') : 'none'
                }
                onSort={() => sortBy(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody onClick={followRow} onKeyDown={moveBetweenRows}>
          <Spacer rows={first} />
          {props.rows.slice(first, last).map((row, place) => (
            <PipelineLine
              key={row.arn}
              row={row}
              snapshot={props.snapshot}
              now={props.now}
              index={first + place + 2}
            />
          ))}
          <Spacer rows={props.rows.length - last} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for rows that are not drawn. */
function Spacer({ rows }: { rows: number }) {
  return rows === 0 ? null : (
    <tr style={{ height: rows * ROW_PX }}>
      <td colSpan={HEADS.length} />
    </tr>
  );
}

/** A click anywhere in a row follows its link; a click that selects text does not. */
function followRow(event: MouseEvent<HTMLElement>) {
  if (!(event.target instanceof Element) || event.target.closest('a') || getSelection()?.type === 'Range')
    return;
  const link = event.target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href);
  else link.click();
}

/** Up and down go from one pipeline's link to the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]')];
  links[links.findIndex((link) => link.matches(':focus')) + step]?.focus();
  event.preventDefault();
}
