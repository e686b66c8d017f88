'use client';

import { showKeys } from '@/components/ui/show-keys';
import styles from './Rail.module.css';

/** Shows the keys of the page, for those who do not know of `?`. */
export function KeysButton() {
  return (
    <button
      type="button"
      className={styles.link}
      aria-label="Keys"
      aria-keyshortcuts="?"
      title="Keys (?)"
      onClick={showKeys}
    >
      <span aria-hidden="true" className={styles.key}>
        ?
      </span>
    </button>
  );
}
