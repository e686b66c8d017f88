import Link from 'next/link';
import { pipelineHref } from '@/components/pipeline/view-state';
import { age } from '@/components/shell/time';
import { AccountTag } from '@/components/verdict/AccountTag';
import { Prose } from '@/components/verdict/Prose';
import { RunMark } from '@/components/verdict/RunMark';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { exactTime } from '@/lib/scene/exact-time';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { plain } from '@/lib/scene/words';
import styles from './PipelineLine.module.css';

/** One pipeline. Its name is the link; the table makes the whole row follow it. */
export function PipelineLine({
  row,
  snapshot,
  now,
  index,
}: {
  row: PipelineRow;
  snapshot: string | null;
  now: string;
  index: number;
}) {
  return (
    <tr className={styles.row} aria-rowindex={index}>
      <th scope="row" className={styles.name}>
        <Link
          href={pipelineHref(`/pipelines/${row.id}`, { snapshot })}
          data-row
          prefetch={false}
          title={row.arn}
        >
          {row.name}
        </Link>
      </th>
      <td>
        <StateBadge state={row.state} />
      </td>
      <td>{row.overBroad ? <OverBroadBadge /> : null}</td>
      <td className={styles.why} title={plain(row.why)}>
        <span>
          <Prose words={row.why} />
        </span>
      </td>
      <td className={styles.accounts}>
        {row.accounts.map(({ name, isProd }) => (
          <AccountTag key={name} name={name} isProd={isProd} />
        ))}
      </td>
      <td className={styles.regions} title={row.regions.join(', ')}>
        <code>{row.regions.join(', ')}</code>
      </td>
      <td className={styles.number}>{row.actions}</td>
      <td>
        <RunMark status={row.run?.status ?? null} />
      </td>
      <td className={styles.when}>
        {row.run?.at ? (
          <time dateTime={row.run.at} title={exactTime(row.run.at)}>
            {age(row.run.at, now)} ago
          </time>
        ) : (
          'never'
        )}
      </td>
    </tr>
  );
}
