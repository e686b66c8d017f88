'use client';

import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useRef } from 'react';
import { useWindowedRows } from './useWindowedRows';

const ROW_PX = 40;

/** The box that a table of linked rows scrolls in. */
export function useRowsBox(): RefObject<HTMLDivElement | null> {
  return useRef<HTMLDivElement>(null);
}

/** The body of a table whose rows are links (`data-row`), 40 px each: only those in view are drawn, so that thousands stay fluid. */
export function LinkedRows<T>(props: {
  box: RefObject<HTMLElement | null>;
  rows: readonly T[];
  columns: number;
  /** Draws a row; `index` is its place for `aria-rowindex`, under one row of heads. */
  children: (row: T, index: number) => ReactNode;
}) {
  const { rows, columns } = props;
  const { first, last } = useWindowedRows(props.box, rows.length, ROW_PX);
  return (
    <tbody onClick={followRow} onKeyDown={moveBetweenRows}>
      <Spacer rows={first} columns={columns} />
      {rows.slice(first, last).map((row, place) => props.children(row, first + place + 2))}
      <Spacer rows={rows.length - last} columns={columns} />
    </tbody>
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
