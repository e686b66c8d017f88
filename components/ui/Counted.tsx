import type { ReactNode } from 'react';
import styles from './Counted.module.css';

/** A word with how many there are. */
export function Counted({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      {children}
      <span className={styles.count}>{count}</span>
    </>
  );
}
