'use client';

import { useState } from 'react';
import { CodeBox } from '@/components/ui/CodeBox';
import { CopyButton } from '@/components/ui/CopyButton';
import { Glyph } from '@/components/ui/Glyph';
import { Segmented } from '@/components/ui/Segmented';
import { Prose } from '@/components/verdict/Prose';
import type { ChangeTrail } from '@/lib/scene/trail';
import styles from './ChangeItem.module.css';
import { CodeLine } from './CodeLine';

/** One change: who makes it, where, and what to paste, in the form in which the policy is kept. */
export function ChangeItem({ change }: { change: ChangeTrail }) {
  const [id, setId] = useState('statement');
  const form = change.forms.find((one) => one.id === id) ?? change.forms[0];
  return (
    <div className={styles.change}>
      <p className={styles.sentence}>
        <Glyph name="account" size={14} />
        <span>
          <b>{change.account}</b>: <Prose words={change.sentence} />
        </span>
      </p>
      {form === undefined ? null : (
        <>
          {change.forms.length < 2 ? null : (
            <Segmented
              legend={`How the change of ${change.where} is written`}
              segments={change.forms.map((one) => ({ value: one.id, label: one.title }))}
              value={form.id}
              onChange={setId}
            />
          )}
          <div className={styles.statement}>
            <CodeBox
              label={`${form.id === 'statement' ? 'Statement to add to' : `${form.title} for`} ${change.where}`}
            >
              {form.lines.map((line, place) => (
                <CodeLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
                  key={`${form.id} ${place}`}
                  gutter={line.sign}
                  text={line.text}
                  {...(line.isAfterGap === true ? { isAfterGap: true } : {})}
                />
              ))}
            </CodeBox>
          </div>
          <CopyButton text={form.text} label={`Copy ${form.title}`} what={`for ${change.where}`} />
        </>
      )}
    </div>
  );
}
