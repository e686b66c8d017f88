import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { SortHead } from '@/components/ui/SortHead';
import { saveText } from '@/components/ui/save-text';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import styles from './HopTable.module.css';
import { hopCsv } from './hop-csv';
import { shownHops } from './hop-order';
import type { HopRow } from './hop-rows';
import { noMatch } from './no-match';
import type { HopColumn, PipelineState } from './view-state';

const HEADS: readonly { readonly column: HopColumn; readonly label: string; readonly isNumber?: true }[] = [
  { column: 'action', label: 'Action' },
  { column: 'hop', label: 'Hop', isNumber: true },
  { column: 'state', label: 'State' },
  { column: 'does', label: 'What it does' },
  { column: 'mark', label: 'Mark' },
  { column: 'decides', label: 'Who decides' },
];

type TableState = Pick<PipelineState, 'filter' | 'find' | 'hide' | 'sort' | 'down'>;

/** The table twin of the graph: every hop a row, every row a link to its proof; sorted, filtered, and taken along as CSV. */
export function HopTable(props: {
  rows: readonly HopRow[];
  state: TableState;
  /** The name of the file, without its ending. */
  name: string;
  selected: string | null;
  hrefOf: (row: HopRow) => string;
  onChange: (change: Partial<TableState>) => void;
}) {
  const { state, onChange } = props;
  const rows = shownHops(props.rows, state);
  if (rows.length === 0) {
    const isBare = state.filter === 'any' && state.find === '' && state.hide === '';
    return (
      <Notice
        isPart
        title={
          isBare
            ? 'This pipeline has no hop'
            : state.filter === 'any' || state.find !== '' || state.hide !== ''
              ? 'No hop is left by Find and Hide'
              : noMatch('hop', state.filter)
        }
        next={
          isBare ? null : (
            <Button look="primary" onClick={() => onChange({ filter: 'any', find: '', hide: '' })}>
              Show all {props.rows.length} hops
            </Button>
          )
        }
      />
    );
  }
  const sortBy = (sort: HopColumn) => onChange({ sort, down: sort === state.sort ? !state.down : false });
  return (
    <div className={styles.box}>
      <p className={styles.foot}>
        {rows.length === props.rows.length
          ? `${rows.length} hops`
          : `${rows.length} of ${props.rows.length} hops`}
        <Button onClick={() => saveText(`${props.name}-hops.csv`, 'text/csv', hopCsv(rows))}>
          Download CSV
        </Button>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADS.map(({ column, label, isNumber }) => (
              <SortHead
                key={column}
                label={label}
                align={isNumber ? 'right' : 'left'}
                isSpare={false}
                sorted={column === state.sort ? (state.down ? 'descending' : 'ascending') : 'none'}
                onSort={() => sortBy(column)}
              />
            ))}
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
              <td>{row.overBroad ? <OverBroadBadge accepted={row.accepted} /> : null}</td>
              <td>{row.accounts.join(' and ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
