'use client';

import { type KeyboardEvent, useId, useRef } from 'react';
import type { GlyphName } from '@/lib/scene/glyphs';
import styles from './Field.module.css';
import { Glyph } from './Glyph';
import { Kbd } from './Kbd';
import { useKey } from './useKey';

/** A text field with its label inside; `shortcut` puts the cursor there, Escape clears it. */
export function Field(props: {
  label: string;
  placeholder: string;
  glyph: GlyphName;
  shortcut: string;
  value: string;
  onChange: (value: string) => void;
  /** Offered while nothing is typed. */
  presets?: readonly string[];
  /** Narrow beside other tools. */
  size?: 'usual' | 'narrow';
  /** On Enter. */
  onEnter?: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useKey(props.shortcut, () => input.current?.focus());
  const clear = (event: KeyboardEvent) => {
    if (event.key === 'Enter') props.onEnter?.();
    if (event.key !== 'Escape') return;
    if (props.value === '') input.current?.blur();
    else props.onChange('');
    event.stopPropagation();
  };
  return (
    <span className={styles.field} data-size={props.size}>
      <Glyph name={props.glyph} size={14} />
      <input
        ref={input}
        type="search"
        aria-label={props.label}
        aria-keyshortcuts={props.shortcut}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={clear}
        spellCheck={false}
        autoComplete="off"
        list={props.presets === undefined ? undefined : list}
      />
      {props.presets === undefined ? null : (
        <datalist id={list}>
          {props.presets.map((preset) => (
            <option key={preset} value={preset} />
          ))}
        </datalist>
      )}
      <Kbd>{props.shortcut}</Kbd>
    </span>
  );
}
