import type { LegendEntry } from '@/lib/scene/scene';
import { type Pen, vectorOf } from '@/lib/scene/vector';
import styles from './DrawingLegend.module.css';
import { Shape } from './Shape';

/** Only what can be seen in the drawing at hand; `id` is that of the drawing. */
export function DrawingLegend({ legend, id }: { legend: readonly LegendEntry[]; id: string }) {
  const pen: Pen = { colour: (token) => `var(--${token})`, hatch: `url(#${id}-hatch)` };
  if (legend.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label="Legend">
      {legend.map(({ id, word, sample }) => (
        <li key={id}>
          <svg aria-hidden="true" width="32" height="18" viewBox="0 0 32 18">
            {sample.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes
              <Shape key={place} vector={vectorOf(part, pen)} />
            ))}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
