import { ButtonLink } from '@/components/ui/Button';
import styles from './FindingPanel.module.css';

/** The snapshot in view has no such finding: why that may be, and the way back. */
export function UnknownFinding({ id, closeHref }: { id: string; closeHref: string }) {
  return (
    <div className={styles.panel}>
      <p>
        This snapshot has no finding <code>{id}</code>. It may be of another snapshot, or put right since.
      </p>
      <p className={styles.row}>
        <ButtonLink href={closeHref} scroll={false}>
          Close
        </ButtonLink>
      </p>
    </div>
  );
}
