import type { ActionTrail } from '@/lib/scene/trail';
import styles from './LastRun.module.css';
import { RunSaid } from './RunSaid';

/** AWS's last run where it does not simply confirm a hop: said plainly, because one of the two is wrong or incomplete. */
export function LastRun({ run }: { run: ActionTrail['run'] }) {
  if (run === null || run.agrees) return null;
  return (
    <section className={styles.note} aria-label="AWS’s last run">
      <RunSaid run={run} />
      {run.notRead.length === 0 ? null : (
        <details className={styles.unread} open>
          <summary>What we may not have read</summary>
          <ul>
            {run.notRead.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
