// The legend of the drawing: only what is in view.
import type { LegendEntry } from '@/lib/scene/scene';
import styles from './map.module.css';
import { Parts } from './Parts';

export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map(({ id, word, sample }) => (
        <li key={id}>
          <svg width="32" height="18" aria-hidden="true">
            <Parts parts={sample} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
