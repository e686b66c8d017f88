'use client';

import Link from 'next/link';
import { LinkedRows, useRowsBox } from '@/components/ui/LinkedRows';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { CoverageRow } from '@/lib/scene/coverage';
import styles from './CoverageTable.module.css';
import { ReadingMark } from './ReadingMark';

/** Accounts down, regions across. */
export function CoverageTable(props: {
  rows: readonly CoverageRow[];
  regions: readonly string[];
  chosen: string | null;
  hrefOf: (account: string) => string;
}) {
  const box = useRowsBox();
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
        <LinkedRows box={box} rows={props.rows} columns={props.regions.length + 2}>
          {(row, index) => (
            <tr
              key={row.id}
              className={styles.row}
              aria-rowindex={index}
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
          )}
        </LinkedRows>
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
