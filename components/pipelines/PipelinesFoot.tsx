import { Kbd } from '@/components/ui/Kbd';
import styles from './PipelinesFoot.module.css';

/** How many are shown, and the keys of the table. */
export function PipelinesFoot({ shown, total }: { shown: number; total: number }) {
  return (
    <footer className={styles.foot}>
      <span role="status">
        {shown} of {total} shown
      </span>
      <span className={styles.space} />
      <span>
        <Kbd>/</Kbd> search
      </span>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
      </span>
      <span>
        <Kbd>Enter</Kbd> open
      </span>
      <span>
        <Kbd>?</Kbd> keys
      </span>
    </footer>
  );
}
