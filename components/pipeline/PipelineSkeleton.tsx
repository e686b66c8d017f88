import styles from './PipelineSkeleton.module.css';

/** The frame of a pipeline while it is judged: tools, drawing and panel where they will be. After a second it says what it waits for. */
export function PipelineSkeleton({ waitsFor }: { waitsFor: string }) {
  return (
    <div className={styles.frame} aria-busy="true">
      <div className={styles.tools} />
      <div className={styles.body}>
        <div className={styles.map}>
          <p role="status">{waitsFor}</p>
          {ACCOUNTS.map((cards) => (
            <div key={cards} className={styles.account}>
              {Array.from({ length: cards }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never change
                <i key={place} />
              ))}
            </div>
          ))}
        </div>
        <div className={styles.panel}>
          <i />
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}

/** How many cards stand in each box. */
const ACCOUNTS = [4, 2, 3] as const;
