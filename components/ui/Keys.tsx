'use client';

import { Button } from './Button';
import { Kbd } from './Kbd';
import styles from './Keys.module.css';
import { KEYS_ID, showKeys } from './show-keys';
import { areSingleKeysOn, setSingleKeys, useKey } from './useKey';

export interface KeyLine {
  readonly key: string;
  readonly does: string;
}

const EVERYWHERE: readonly KeyLine[] = [
  { key: 'Ctrl K', does: 'go to anything, do anything' },
  { key: '?', does: 'these keys' },
];

/** The keys of a page, shown on `?`; single letters can be switched off for those who speak to their computer. */
export function Keys({ keys }: { keys: readonly KeyLine[] }) {
  useKey('?', showKeys);
  return (
    <dialog id={KEYS_ID} className={styles.dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {[...keys, ...EVERYWHERE].map(({ key, does }) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        {/* First, so that it has the focus of the dialog that opens. */}
        <Button type="submit" look="primary">
          Close
        </Button>
        <label>
          <input
            type="checkbox"
            defaultChecked={areSingleKeysOn()}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />
          Keys without Ctrl are on
        </label>
      </form>
    </dialog>
  );
}
