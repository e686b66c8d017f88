import type { ReactNode } from 'react';
import type { GlyphName } from '@/lib/scene/glyphs';
import styles from './Badge.module.css';
import { Glyph } from './Glyph';

export type Tone = 'works' | 'broken' | 'depends' | 'unknown' | 'broad';

/** A word with its sign on a tint; the tone is a colour of the token table. */
export function Badge({ tone, glyph, children }: { tone: Tone; glyph: GlyphName; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <Glyph name={glyph} size={13} stroke={2} />
      {children}
    </span>
  );
}
