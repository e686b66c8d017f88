'use client';

import { useRef } from 'react';
import { Button } from './Button';
import { Kbd } from './Kbd';
import styles from './Keys.module.css';
import { areSingleKeysOn, setSingleKeys, useKey } from './useKey';

/** The keys of a page, shown on `?`; single letters can be switched off for those who speak to their computer. */
export function Keys({ keys }: { keys: readonly { readonly key: string; readonly does: string }[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useKey('?', () => dialog.current?.showModal());
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {[...keys, { key: '?', does: 'these keys' }].map(({ key, does }) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <label>
          <input
            type="checkbox"
            defaultChecked={areSingleKeysOn()}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />
          Keys without Ctrl are on
        </label>
        <Button type="submit" look="primary">
          Close
        </Button>
      </form>
    </dialog>
  );
}
