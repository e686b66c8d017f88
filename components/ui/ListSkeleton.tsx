import styles from './ListSkeleton.module.css';

const ROWS = Array.from({ length: 14 }, (_, row) => row);

/** The frame of a list while its page is on its way: answer, tools, rows, all at their final height. After a second it says what for. */
export function ListSkeleton({ waitsFor }: { waitsFor: string }) {
  return (
    <div className={styles.frame} aria-busy="true">
      <div className={styles.head}>
        <p role="status">{waitsFor}</p>
        <div className={styles.tools} />
      </div>
      <div className={styles.heads} />
      {ROWS.map((row) => (
        <div key={row} className={styles.row}>
          <span />
        </div>
      ))}
    </div>
  );
}
