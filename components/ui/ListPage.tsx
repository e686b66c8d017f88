import type { ReactNode } from 'react';
import { Kbd } from './Kbd';
import styles from './ListPage.module.css';

/** A page with one table: the answer, the tools, the table, how many are shown, and beside it all a panel. */
export function ListPage(props: {
  headline: string;
  /** A second line under the answer. */
  second?: string | null;
  tools: ReactNode;
  shown: number;
  total: number;
  /** What else is said of the count. */
  note?: string | null;
  panel?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.workspace}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1>{props.headline}</h1>
          {props.second ? <p>{props.second}</p> : null}
          <div className={styles.tools}>{props.tools}</div>
        </div>
        {props.children}
        <footer className={styles.foot}>
          <span role="status">
            {props.shown} of {props.total} shown
          </span>
          {props.note ? <span>{props.note}</span> : null}
          <span className={styles.space} />
          <span className={styles.keys}>
            <Kbd>/</Kbd> search <Kbd>↑</Kbd> <Kbd>↓</Kbd> move <Kbd>Enter</Kbd> open <Kbd>?</Kbd> keys
          </span>
        </footer>
      </div>
      {props.panel}
    </div>
  );
}
