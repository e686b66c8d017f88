'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Glyph } from '@/components/ui/Glyph';
import { Kbd } from '@/components/ui/Kbd';
import styles from './PaletteButton.module.css';

const load = () => import('./Palette').then(({ Palette }) => Palette);
const Palette = dynamic(load, { ssr: false });

/** Opens the command palette, as Ctrl-K and Cmd-K do from anywhere; it is loaded when somebody reaches for it. */
export function PaletteButton() {
  const [isOpen, setOpen] = useState(false);
  const key = useSyncExternalStore(
    () => () => undefined,
    () => (/Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'),
    () => 'Ctrl K',
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label="Search and commands"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        title={`Go to a pipeline, action, hat, bucket, account, finding or page (${key})`}
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        <Glyph name="search" size={14} />
        <span className={styles.word}>Go to</span>
        <Kbd>{key}</Kbd>
      </button>
      {isOpen ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
