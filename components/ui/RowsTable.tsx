'use client';

import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { LinkedRows, useRowsBox } from './LinkedRows';
import styles from './RowsTable.module.css';
import { SortHead } from './SortHead';

export interface RowsColumn<T, C extends string> {
  readonly column: C;
  readonly label: string;
  /** Left out: what the others leave. */
  readonly widthPx?: number;
  readonly align?: 'right';
  /** Its text takes a second line before it is cut. */
  readonly wraps?: true;
  /** Left out where the table is narrow: on a small screen, or beside a panel. */
  readonly spare?: true;
  readonly cell: (row: T) => ReactNode;
  /** The whole text where a cell may be cut. */
  readonly title?: (row: T) => string;
}

/** A table whose rows are links and whose heads sort; the first column holds the link. */
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
  const box = useRowsBox();
  return (
    <div ref={box} className={styles.box}>
      <table
        className={styles.table}
        style={leastWidths(columns)}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
      >
        <colgroup>
          {columns.map(({ column, widthPx, spare }) => (
            <col
              key={column}
              data-spare={spare}
              style={widthPx === undefined ? undefined : { width: widthPx }}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ column, label, align, spare }) => (
              <SortHead
                key={column}
                label={label}
                align={align ?? 'left'}
                isSpare={spare ?? false}
                sorted={column === sort ? (reverse ? 'descending' : 'ascending') : 'none'}
                onSort={() => props.onSort(column, column === sort ? !reverse : false)}
              />
            ))}
          </tr>
        </thead>
        <LinkedRows box={box} rows={rows} columns={columns.length}>
          {(row, index) => (
            <tr
              key={props.keyOf(row)}
              className={styles.row}
              aria-rowindex={index}
              data-chosen={props.isChosen?.(row) || undefined}
            >
              {columns.map(({ column, cell, title, align, wraps, spare }, at) =>
                at === 0 ? (
                  <th key={column} scope="row" title={title?.(row)}>
                    <Link
                      href={props.hrefOf(row)}
                      data-row
                      prefetch={false}
                      scroll={false}
                      aria-current={props.isChosen?.(row) ? 'true' : undefined}
                    >
                      {wraps ? <span className={styles.lines}>{cell(row)}</span> : cell(row)}
                    </Link>
                  </th>
                ) : (
                  <td key={column} title={title?.(row)} data-align={align} data-spare={spare}>
                    {wraps ? <span className={styles.lines}>{cell(row)}</span> : cell(row)}
                  </td>
                ),
              )}
            </tr>
          )}
        </LinkedRows>
      </table>
    </div>
  );
}

/** What a column without a width of its own is never squeezed below: the table scrolls sideways instead. */
const LEAST_PX = 190;

function leastWidths(
  columns: readonly { readonly widthPx?: number; readonly spare?: true }[],
): CSSProperties {
  const sum = (some: typeof columns) => some.reduce((px, { widthPx = LEAST_PX }) => px + widthPx, 0);
  const narrow = columns.filter(({ spare }) => spare === undefined);
  return Object.fromEntries([
    ['--least', `${sum(columns)}px`],
    ['--least-narrow', `${sum(narrow)}px`],
  ]);
}
