import type { LegendEntry } from '@/lib/scene/scene';
import { vectorOf } from '@/lib/scene/vector';
import styles from './MapLegend.module.css';
import { Shape } from './Shape';

/** Only what can be seen in the drawing at hand. */
export function MapLegend({ legend }: { legend: readonly LegendEntry[] }) {
  if (legend.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label="Legend">
      {legend.map(({ id, word, sample }) => (
        <li key={id}>
          <svg aria-hidden="true" width="32" height="18" viewBox="0 0 32 18">
            {sample.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes
              <Shape key={place} vector={vectorOf(part, SAMPLE_PEN)} />
            ))}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

const SAMPLE_PEN = {
  colour: (token: string) => `var(--${token})`,
  hatch: 'url(#accounts-hatch)',
};
