import styles from './SheetSkeleton.module.css';

/** The frame of a page to be read while it is on its way. After a second it says what for. */
export function SheetSkeleton({ waitsFor }: { waitsFor: string }) {
  return (
    <div className={styles.frame} aria-busy="true">
      <p role="status">{waitsFor}</p>
      <div className={styles.lead} />
      <div className={styles.box} />
      <div className={styles.box} />
    </div>
  );
}
