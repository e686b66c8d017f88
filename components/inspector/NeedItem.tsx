import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { NeedTrail } from '@/lib/scene/trail';
import styles from './NeedItem.module.css';
import { NeedView } from './NeedView';

/** One of several needs, as a line that opens. A need that is not essential is a warning at most. */
export function NeedItem({ need, isOpen }: { need: NeedTrail; isOpen: boolean }) {
  return (
    <details className={styles.need} open={isOpen}>
      <summary>
        <VerdictMark state={need.state} size={13} />
        <code>{need.action}</code>
        {need.essential ? null : <span className={styles.warning}>not essential</span>}
        <span className={styles.word} data-state={need.state}>
          {STATE_WORDS[need.state]}
        </span>
      </summary>
      <NeedView need={need} />
    </details>
  );
}
