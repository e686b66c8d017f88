'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { copyText } from '@/components/ui/copy-text';
import styles from './TicketButton.module.css';

/** Copies the whole permission path as text; where the browser refuses, the text is there to be taken by hand. */
export function TicketButton({ text }: { text: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'refused');
  return (
    <div className={styles.ticket}>
      <Button onClick={copy} onBlur={() => setOutcome((now) => (now === 'copied' ? null : now))}>
        Copy as text for a ticket
      </Button>
      <span className={styles.said} role="status">
        {outcome === null ? '' : said[outcome]}
      </span>
      {outcome === 'refused' ? (
        <textarea
          aria-label="Text for a ticket"
          readOnly
          rows={10}
          value={text}
          ref={(field) => field?.select()}
        />
      ) : null}
    </div>
  );
}

const said = { copied: 'Copied.', refused: 'The browser refused to copy: take it from here.' };
