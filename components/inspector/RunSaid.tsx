import { Clamped } from '@/components/ui/Clamped';
import { Prose } from '@/components/verdict/Prose';
import type { RunTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import styles from './RunSaid.module.css';

/** AWS's own words of the last run, what they name and what they leave open. */
export function RunSaid({ run }: { run: RunTrail }) {
  return (
    <div className={styles.run}>
      <p className={styles.headline}>
        <Prose words={run.headline} />
      </p>
      {run.said === null ? null : (
        <div className={styles.said}>
          <Clamped>
            <q>{run.said}</q>
          </Clamped>
        </div>
      )}
      {run.named === null ? null : (
        <p>
          <Prose words={run.named} />
        </p>
      )}
      {run.notSaid.length === 0 ? null : <p>{run.notSaid.join(' ')}</p>}
      {run.remarks.map((remark) => (
        <p key={plain(remark)}>
          <Prose words={remark} />
        </p>
      ))}
    </div>
  );
}
