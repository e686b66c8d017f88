'use client';

import Link from 'next/link';
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useWindowedRows } from '@/components/ui/useWindowedRows';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { CoverageRow } from '@/lib/scene/coverage';
import styles from './CoverageTable.module.css';
import { ReadingMark } from './ReadingMark';

const ROW_PX = 40;

/** Accounts down, regions across. Only the rows in view are drawn. */
export function CoverageTable(props: {
  rows: readonly CoverageRow[];
  regions: readonly string[];
  chosen: string | null;
  hrefOf: (account: string) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindowedRows(box, props.rows.length, ROW_PX);
  const spacer = (rows: number) =>
    rows === 0 ? null : (
      <tr style={{ height: rows * ROW_PX }}>
        <td colSpan={props.regions.length + 2} />
      </tr>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: many regions must be scrolled without a mouse
    <section ref={box} className={styles.box} aria-label="Accounts and regions" tabIndex={0}>
      <table className={styles.table} aria-rowcount={props.rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">In the organisation</th>
            {props.regions.map((region) => (
              <th key={region} scope="col">
                {region === 'global' ? 'Global' : <code>{region}</code>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onClick={followRow} onKeyDown={moveBetweenRows}>
          {spacer(first)}
          {props.rows.slice(first, last).map((row, place) => (
            <tr
              key={row.id}
              className={styles.row}
              aria-rowindex={first + place + 2}
              data-chosen={row.id === props.chosen}
              data-seen={row.reading === 'read' || row.reading === 'partly'}
            >
              <th scope="row">
                <Link
                  href={props.hrefOf(row.id)}
                  data-row
                  scroll={false}
                  prefetch={false}
                  aria-current={row.id === props.chosen ? 'true' : undefined}
                >
                  {row.isProd ? <AccountTag name={row.name} isProd /> : row.name}
                </Link>
                {row.name === row.id ? null : <code>{row.id}</code>}
              </th>
              <td className={styles.place} title={row.place}>
                {row.place}
              </td>
              <Cells row={row} />
            </tr>
          ))}
          {spacer(props.rows.length - last)}
        </tbody>
      </table>
    </section>
  );
}

/** One cell for each region; an account that nobody saw says so once. */
function Cells({ row }: { row: CoverageRow }) {
  if (row.reading !== 'read' && row.reading !== 'partly') {
    return (
      <td colSpan={row.cells.length} className={styles.unseen}>
        <ReadingMark reading={row.reading} unanswered={0} />
      </td>
    );
  }
  return row.cells.map(({ region, reading, unanswered }) => (
    <td key={region}>
      <ReadingMark reading={reading} unanswered={unanswered} />
    </td>
  ));
}

/** A click anywhere in a row follows its link; a click that selects text does not. */
function followRow(event: MouseEvent<HTMLElement>) {
  if (!(event.target instanceof Element) || event.target.closest('a') || getSelection()?.type === 'Range')
    return;
  event.target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]')?.click();
}

/** Up and down go from one account's link to the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]')];
  links[links.findIndex((link) => link.matches(':focus')) + step]?.focus();
  event.preventDefault();
}
