import { Button } from '@/components/ui/Button';
import { exactTime } from '@/lib/scene/exact-time';
import styles from './ScanDesk.module.css';

export interface InterruptedScan {
  readonly id: string;
  readonly takenAt: string;
  readonly accounts: number;
  readonly units: number;
  readonly done: number;
}

/** Scans that ended before they were through, or that another process reads at this moment. */
export function Interrupted(props: {
  scans: readonly InterruptedScan[];
  isBusy: boolean;
  onResume: (id: string) => void;
}) {
  return (
    <section className={styles.box} aria-labelledby="interrupted">
      <h2 id="interrupted">Not finished</h2>
      <p className={styles.prose}>
        What was read is kept. Going on reads only what is left, as it was planned; where another process
        still reads it, the two share the rest.
      </p>
      <ul className={styles.list}>
        {props.scans.map(({ id, takenAt, accounts, units, done }) => (
          <li key={id}>
            <span>
              <b>{exactTime(takenAt)}</b>
              <small>
                {accounts} {accounts === 1 ? 'account' : 'accounts'}, {done} of {units} units read
              </small>
            </span>
            <Button
              onClick={() => props.onResume(id)}
              disabled={props.isBusy}
              aria-label={`Go on with the scan of ${exactTime(takenAt)}`}
            >
              Go on
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
