import type { ReactNode } from 'react';
import styles from './Clamped.module.css';

/** A long text of which three lines are shown until somebody wants the rest. */
export function Clamped({ children }: { children: ReactNode }) {
  return (
    <details className={styles.clamped}>
      <summary>{children}</summary>
    </details>
  );
}
