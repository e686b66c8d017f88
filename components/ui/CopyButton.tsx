'use client';

import { useEffect, useState } from 'react';
import { Button } from './Button';
import { copyText } from './copy-text';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, what }: { text: string; label: string; what: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    setOutcome((await copyText(text)) ? 'copied' : 'refused');
  };
  return (
    <Button onClick={copy} aria-label={outcome === null ? `${label}: ${what}` : undefined}>
      <span aria-live="polite">{outcome === null ? label : said[outcome]}</span>
    </Button>
  );
}

const said = { copied: 'Copied', refused: 'The browser refused: select and copy it' };
