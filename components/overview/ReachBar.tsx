import styles from './ReachBar.module.css';

const FULL_PX = 250;

/** How many can put a hat on, as a wide band, and in it how many need to. */
export function ReachBar(props: { can: number | null; need: number; of: number; complete: boolean }) {
  const { can, need } = props;
  const width = can === null ? FULL_PX : Math.max(24, Math.round((FULL_PX * can) / props.of));
  const needed = can === null || can === 0 ? 4 : Math.max(4, Math.round((width * Math.min(need, can)) / can));
  return (
    <div className={styles.reach}>
      <span className={styles.band} aria-hidden="true" style={{ width }}>
        <i style={{ width: needed }} />
      </span>
      <span>
        <b>{can === null ? 'anybody' : `${props.complete ? '' : 'at least '}${can}`}</b> / {need}{' '}
        {need === 1 ? 'needs' : 'need'} it
      </span>
    </div>
  );
}
