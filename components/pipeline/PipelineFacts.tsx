import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import type { ActionLine } from '@/lib/scene/action-lines';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { stateCounts } from './counts';
import styles from './PipelineFacts.module.css';

/** Where the pipeline lives, and how its actions stand, in the bar. */
export function PipelineFacts({ row, actions }: { row: PipelineRow; actions: readonly ActionLine[] }) {
  const broad = actions.filter(({ overBroad }) => overBroad).length;
  const accepted = actions.filter((one) => one.overBroad && one.accepted === true).length;
  return (
    <div className={styles.facts}>
      <code title={`${row.account} · ${row.region} · ${row.type}`}>
        {row.account} · {row.region} · {row.type}
      </code>
      {stateCounts(actions).map(({ state, words }) => (
        <StateBadge key={state} state={state}>
          {words}
        </StateBadge>
      ))}
      {broad > accepted ? <OverBroadBadge>{`${broad - accepted} over-broad`}</OverBroadBadge> : null}
      {accepted > 0 ? <OverBroadBadge accepted>{`${accepted} over-broad, accepted`}</OverBroadBadge> : null}
    </div>
  );
}
