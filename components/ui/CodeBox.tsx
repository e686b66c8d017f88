import type { ReactNode } from 'react';
import styles from './CodeBox.module.css';

/** Lines of code in a box that scrolls, with the keyboard too. */
export function CodeBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line must be scrolled without a mouse
    <section className={styles.box} aria-label={label} tabIndex={0}>
      <pre>{children}</pre>
    </section>
  );
}
