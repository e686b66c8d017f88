import type { ReactNode } from 'react';
import styles from './Frame.module.css';
import { Rail } from './Rail';
import type { ThemeChoice } from './theme-choice';

/** The rail at the left, the page at the right. */
export function Frame({ theme, children }: { theme: ThemeChoice; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <Rail theme={theme} />
      {children}
    </div>
  );
}
