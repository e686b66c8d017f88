import { PolicySource } from '@/components/inspector/PolicySource';
import { Prose } from '@/components/verdict/Prose';
import { StateBadge } from '@/components/verdict/StateBadge';
import type { StepRow } from '@/lib/scene/reach-view';
import styles from './Chain.module.css';

/** One step: what is done, how it stands, and the statements of both halves that decide it, each opening to its text. */
export function StepItem({ step }: { step: StepRow }) {
  return (
    <li className={styles.step}>
      <div className={styles.sentence}>
        <span>
          <Prose words={step.sentence} />
        </span>
        <StateBadge state={step.state} />
      </div>
      {step.open === null ? null : <p className={styles.open}>{step.open}</p>}
      {step.halves.map((half) =>
        half.lines.length === 0 ? (
          <p key={half.id} className={styles.half}>
            {half.side}: {half.title}
          </p>
        ) : (
          <details key={half.id} className={styles.half}>
            <summary>
              {half.side}: <b>{half.title}</b>
            </summary>
            <PolicySource title={half.title} lines={half.lines} tone={step.state} />
          </details>
        ),
      )}
    </li>
  );
}
