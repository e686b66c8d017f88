import styles from './PipelinesSkeleton.module.css';

const ROWS = Array.from({ length: 12 }, (_, row) => row);

/** The table's frame while a snapshot is being read; after a second it says so. */
export function PipelinesSkeleton() {
  return (
    <div className={styles.frame} aria-busy="true">
      <p role="status">Reading the snapshot and judging its permission paths …</p>
      {ROWS.map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
