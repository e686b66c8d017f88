import Link from 'next/link';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import type { Filter } from '@/components/verdict/states';
import styles from './HopTable.module.css';
import type { HopRow } from './hop-rows';
import { noMatch } from './no-match';

/** The table twin of the graph: every hop a row, every row a link to its proof. */
export function HopTable(props: {
  rows: readonly HopRow[];
  filter: Filter;
  selected: string | null;
  hrefOf: (row: HopRow) => string;
  onLift: () => void;
}) {
  const rows = props.filter === 'any' ? props.rows : props.rows.filter(({ state }) => state === props.filter);
  if (rows.length === 0) {
    return (
      <Notice
        title={props.filter === 'any' ? 'This pipeline has no hop' : noMatch('hop', props.filter)}
        next={
          props.filter === 'any' ? null : (
            <Button look="primary" onClick={props.onLift}>
              Show all {props.rows.length} hops
            </Button>
          )
        }
      />
    );
  }
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col" className={styles.number}>
              Hop
            </th>
            <th scope="col">State</th>
            <th scope="col">What it does</th>
            <th scope="col">Mark</th>
            <th scope="col">Who decides</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-selected={row.action === props.selected}>
              <td className={styles.action}>{row.action}</td>
              <td className={styles.number}>{row.number}</td>
              <td>
                <StateBadge state={row.state} />
              </td>
              <th scope="row">
                <Link href={props.hrefOf(row)} scroll={false} prefetch={false}>
                  <Prose words={row.sentence} />
                </Link>
              </th>
              <td>{row.overBroad ? <OverBroadBadge /> : null}</td>
              <td>{row.accounts.join(' and ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
