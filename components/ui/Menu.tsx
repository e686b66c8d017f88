'use client';

import { type ReactNode, useId, useRef } from 'react';
import styles from './Menu.module.css';
import { useKey } from './useKey';

/** A button that opens a small card beside it. The browser closes it on Escape and on a click elsewhere. */
export function Menu(props: {
  /** The name of a button whose face has no words, a hint for one that has. */
  label: string;
  face: ReactNode;
  look?: 'outlined' | 'ghost' | 'icon';
  from?: 'below' | 'beside' | 'above';
  /** The key that opens it. */
  shortcut?: string;
  children: ReactNode;
}) {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const face = useRef<HTMLButtonElement>(null);
  useKey(props.shortcut ?? null, () => {
    // By its button, which the card then stands beside.
    if (card.current?.matches(':popover-open') === false) face.current?.click();
    card.current?.querySelector<HTMLElement>('a, button, input, select')?.focus();
  });
  return (
    <>
      <button
        ref={face}
        type="button"
        className={styles.face}
        data-look={props.look ?? 'outlined'}
        popoverTarget={id}
        title={props.shortcut === undefined ? props.label : `${props.label} (${props.shortcut})`}
        aria-keyshortcuts={props.shortcut}
        aria-label={props.look === 'icon' ? props.label : undefined}
      >
        {props.face}
      </button>
      {/* biome-ignore lint/a11y: a click on a link inside closes the card; the link itself is the control */}
      <div
        ref={card}
        id={id}
        popover="auto"
        className={styles.card}
        data-from={props.from ?? 'below'}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a')) card.current?.hidePopover();
        }}
      >
        {props.children}
      </div>
    </>
  );
}
