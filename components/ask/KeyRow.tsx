'use client';

import { useId, useState } from 'react';
import { Select } from '@/components/ui/Select';
import { type AskedKey, KEY_SAYS, type KeySays } from '@/lib/scene/ask-read';
import styles from './AskForm.module.css';

const WORDS: Readonly<Record<KeySays, string>> = {
  value: 'is',
  absent: 'is not sent',
  present: 'is sent, value not known',
  unknown: 'is not known',
};

/** One context key and what is known of it. A row left empty asks nothing. */
export function KeyRow({ row, number, problem }: { row: AskedKey; number: number; problem: string | null }) {
  const [says, setSays] = useState<KeySays>(row.says);
  const id = useId();
  return (
    <div className={styles.key}>
      <input
        name="key"
        aria-label={`Context key ${number}`}
        placeholder="aws:SourceIp"
        defaultValue={row.key}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        spellCheck={false}
        autoComplete="off"
      />
      <Select
        name="is"
        aria-label={`What is known of key ${number}`}
        value={says}
        onChange={(event) => setSays(KEY_SAYS.find((one) => one === event.target.value) ?? 'value')}
      >
        {KEY_SAYS.map((one) => (
          <option key={one} value={one}>
            {WORDS[one]}
          </option>
        ))}
      </Select>
      {says === 'value' ? (
        <input
          name="value"
          aria-label={`Value of key ${number}`}
          placeholder="value"
          defaultValue={row.value}
          spellCheck={false}
          autoComplete="off"
        />
      ) : (
        <input type="hidden" name="value" value="" />
      )}
      {problem === null ? null : (
        <p id={id} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
