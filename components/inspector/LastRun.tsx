import { exactTime } from '@/components/shell/time';
import { Clamped } from '@/components/ui/Clamped';
import type { ActionTrail } from '@/lib/scene/trail';
import styles from './LastRun.module.css';

/** AWS said no, and no hop explains it: said plainly, because one of the two is wrong or incomplete. */
export function LastRun({ trail }: { trail: ActionTrail }) {
  const { run, state } = trail;
  if (run?.status !== 'Failed' || state === 'broken') return null;
  return (
    <div className={styles.note}>
      <Clamped>
        <b>{state === 'works' ? 'We say works; AWS’s last run failed' : 'AWS’s last run failed'}</b>
        {run.at === null ? null : <>, {exactTime(run.at)}</>}
        {run.message === null ? null : (
          <>
            : <code>{run.message}</code>
          </>
        )}
      </Clamped>
      {state === 'works' ? (
        <p>Either the cause is not IAM, or a policy has changed since the snapshot.</p>
      ) : null}
    </div>
  );
}
