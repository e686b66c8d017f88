import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** What a page says when it has nothing else to show: what happened, what is still true, what to do. */
export function Notice({
  title,
  isPart,
  children,
  next,
}: {
  title: ReactNode;
  /** The page has said its own answer above. */
  isPart?: true;
  children?: ReactNode;
  next?: ReactNode;
}) {
  const Title = isPart ? 'h2' : 'h1';
  return (
    <section className={styles.notice}>
      <Figure />
      <Title className={styles.title}>{title}</Title>
      {children ? <div className={styles.text}>{children}</div> : null}
      {next ? <div className={styles.next}>{next}</div> : null}
    </section>
  );
}

/** Somebody without a hat. */
function Figure() {
  return (
    <svg aria-hidden="true" width="96" height="96" viewBox="0 0 96 96" className={styles.figure}>
      <circle cx="48" cy="34" r="17" />
      <path d="M43 39h10M42 30v1.500M54 30v1.500" />
      <path d="M18 86c1-19 13-28 30-28s29 9 30 28" />
      <path d="M6 86h84" />
    </svg>
  );
}
