import type { HopTrail } from '@/lib/scene/trail';
import styles from './HopRing.module.css';

/** The ring where IAM decides: closed where one account decides; two halves, the resource's on top, where two must say yes. */
export function HopRing({ hop }: { hop: HopTrail }) {
  return (
    <svg className={styles.ring} width="22" height="22" viewBox="-12 -12 24 24" aria-hidden="true">
      {hop.crossAccount ? (
        <>
          <path data-state={hop.resourceSide} d="M-9.7-2.42A10 10 0 0 1 9.7-2.42" />
          <path data-state={hop.principalSide} d="M9.7 2.42A10 10 0 0 1-9.7 2.42" />
        </>
      ) : (
        <circle data-state={hop.state} r="10" />
      )}
      <text y="3.6">{hop.number}</text>
    </svg>
  );
}
