import Link from 'next/link';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { ChainGroup, ChainRow } from '@/lib/scene/reach-view';
import styles from './Chain.module.css';
import { StepItem } from './StepItem';

/** Chains by account: a line for each end, which opens to the steps that lead there. */
export function ChainGroups(props: { groups: readonly ChainGroup[]; hatHref: (id: string) => string }) {
  return props.groups.map(({ title, rows, more }) => (
    <div key={title} className={styles.group}>
      <h3>
        {title} <span>{rows.length + more}</span>
      </h3>
      {rows.map((row) => (
        <Chain key={row.id} row={row} hatHref={props.hatHref} />
      ))}
      {more > 0 ? (
        <p className={styles.note}>
          and {more} more: <code>hatstack reach</code> prints them all.
        </p>
      ) : null}
    </div>
  ));
}

function Chain({ row, hatHref }: { row: ChainRow; hatHref: (id: string) => string }) {
  const count = row.steps.length;
  return (
    <details className={styles.chain}>
      <summary title={row.id}>
        <VerdictMark state={row.state} size={13} />
        <b>{row.name}</b>
        <span>
          {row.kind === null ? '' : `${row.kind}, `}
          {row.word}, {count === 1 ? 'in one step' : `in ${count} steps`}
        </span>
      </summary>
      <ol>
        {row.steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
      {row.roleId === null ? null : (
        <Link href={hatHref(row.roleId)} prefetch={false}>
          Open {row.name}
        </Link>
      )}
    </details>
  );
}
