import { exactTime } from '@/components/shell/time';
import type { ActionTrail } from '@/lib/scene/trail';
import styles from './Contradiction.module.css';

/** AWS said no where we say yes: said plainly, because one of the two must be wrong or incomplete. */
export function Contradiction({ trail }: { trail: ActionTrail }) {
  const { run } = trail;
  if (trail.state !== 'works' || run?.status !== 'Failed') return null;
  return (
    <div className={styles.note}>
      <p>
        <b>We say works; AWS’s last run failed</b>
        {run.at === null ? null : <>, {exactTime(run.at)}</>}
        {run.message === null ? '.' : <>: {run.message}</>}
      </p>
      <p>Either the cause is not IAM, or a policy has changed since the snapshot.</p>
    </div>
  );
}
