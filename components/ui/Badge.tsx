import type { ReactNode } from 'react';
import type { GlyphName } from '@/lib/scene/glyphs';
import styles from './Badge.module.css';
import { Glyph } from './Glyph';

export type Tone = 'works' | 'broken' | 'depends' | 'unknown' | 'broad' | 'broad-accepted';

/** A word with its sign on a tint; the tone is a colour of the token table. */
export function Badge(props: { tone: Tone; glyph: GlyphName; title?: string; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={props.tone} title={props.title}>
      <Glyph name={props.glyph} size={13} stroke={2} />
      {props.children}
    </span>
  );
}
