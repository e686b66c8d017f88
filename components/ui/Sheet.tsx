import type { ReactNode } from 'react';
import styles from './Sheet.module.css';

/** A page to be read: its answer on top, a line about it, then one thing below the other. */
export function Sheet(props: {
  title: ReactNode;
  lead: ReactNode;
  /** Under the lead. */
  more?: ReactNode;
  width?: 'text' | 'wide';
  children: ReactNode;
}) {
  return (
    <div className={styles.sheet} data-width={props.width ?? 'wide'}>
      <header>
        <h1>{props.title}</h1>
        <p className={styles.lead}>{props.lead}</p>
        {props.more}
      </header>
      {props.children}
    </div>
  );
}
