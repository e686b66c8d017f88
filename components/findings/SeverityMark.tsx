import type { Severity } from '@/lib/findings/finding';
import styles from './SeverityMark.module.css';
import { SEVERITY_WORDS } from './view-state';

const STEPS: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 };

/** How severe: bars and a word, in ink, so that it is taken for no verdict. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={styles.mark}>
      <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 4.6}
            y={12 - step * 3}
            width="3.4"
            height={step * 3}
            rx="0.8"
            data-on={step <= STEPS[severity]}
          />
        ))}
      </svg>
      {SEVERITY_WORDS[severity]}
    </span>
  );
}
