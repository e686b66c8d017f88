'use client';

import Link from 'next/link';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import styles from './RowsTable.module.css';
import { SortHead } from './SortHead';
import { useWindowedRows } from './useWindowedRows';

const ROW_PX = 40;

export interface RowsColumn<T, C extends string> {
  readonly column: C;
  readonly label: string;
  /** Left out: what the others leave. */
  readonly widthPx?: number;
  readonly align?: 'right';
  readonly cell: (row: T) => ReactNode;
  /** The whole text where a cell may be cut. */
  readonly title?: (row: T) => string;
}

/** A table whose rows are links. Only those in view are drawn, so that thousands stay fluid; the first column holds the link. */
export function RowsTable<T, C extends string>(props: {
  label: string;
  columns: readonly RowsColumn<T, C>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  hrefOf: (row: T) => string;
  isChosen?: (row: T) => boolean;
  sort: C;
  reverse: boolean;
  onSort: (sort: C, reverse: boolean) => void;
}) {
  const { columns, rows, sort, reverse } = props;
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindowedRows(box, rows.length, ROW_PX);
  return (
    <div ref={box} className={styles.box}>
      <table className={styles.table} aria-label={props.label} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ column, widthPx }) => (
            <col key={column} style={widthPx === undefined ? undefined : { width: widthPx }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ column, label, align }) => (
              <SortHead
                key={column}
                label={label}
                align={align ?? 'left'}
                sorted={column === sort ? (reverse ? 'descending' : 'ascending') : 'none'}
                onSort={() => props.onSort(column, column === sort ? !reverse : false)}
              />
            ))}
          </tr>
        </thead>
        <tbody onClick={followRow} onKeyDown={moveBetweenRows}>
          <Spacer rows={first} columns={columns.length} />
          {rows.slice(first, last).map((row, place) => (
            <tr
              key={props.keyOf(row)}
              className={styles.row}
              aria-rowindex={first + place + 2}
              data-chosen={props.isChosen?.(row) || undefined}
            >
              {columns.map(({ column, cell, title, align }, at) =>
                at === 0 ? (
                  <th key={column} scope="row" title={title?.(row)}>
                    <Link
                      href={props.hrefOf(row)}
                      data-row
                      prefetch={false}
                      scroll={false}
                      aria-current={props.isChosen?.(row) ? 'true' : undefined}
                    >
                      {cell(row)}
                    </Link>
                  </th>
                ) : (
                  <td key={column} title={title?.(row)} data-align={align}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          <Spacer rows={rows.length - last} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for rows that are not drawn. */
function Spacer({ rows, columns }: { rows: number; columns: number }) {
  return rows === 0 ? null : (
    <tr style={{ height: rows * ROW_PX }}>
      <td colSpan={columns} />
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

/** Up and down go from one row's link to the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]')];
  links[links.findIndex((link) => link.matches(':focus')) + step]?.focus();
  event.preventDefault();
}
