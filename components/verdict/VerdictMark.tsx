import { Glyph } from '@/components/ui/Glyph';
import type { State } from '@/lib/verdict/judgement';
import styles from './VerdictMark.module.css';

/** The sign of a state: octagon, dotted circle, diamond or circle. Always beside its word. */
export function VerdictMark({ state, size = 14 }: { state: State; size?: number }) {
  return (
    <span className={styles.mark} data-state={state}>
      <Glyph name={state} size={size} stroke={size < 14 ? 2.2 : 1.8} />
    </span>
  );
}
