import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** One page: its bar on top, the rest below. */
export function Page({ bar, children }: { bar: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page}>
      {bar}
      <main className={styles.main}>{children}</main>
    </div>
  );
}
