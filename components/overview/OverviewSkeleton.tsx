import styles from './OverviewSkeleton.module.css';

/** The frame of the overview while a snapshot is being read; after a second it says so. */
export function OverviewSkeleton() {
  return (
    <div className={styles.frame} aria-busy="true">
      <p role="status">Reading the snapshot and judging its permission paths …</p>
      <div className={styles.bar} />
      <div className={styles.map} />
      <div className={styles.two}>
        <div />
        <div />
      </div>
    </div>
  );
}
