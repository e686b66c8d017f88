// The legend of the drawing: only what is in view.
import { Counted } from '@/components/ui/Counted';
import { Menu } from '@/components/ui/Menu';
import type { LegendEntry } from '@/lib/scene/scene';
import styles from './map.module.css';
import { Parts } from './Parts';

/** Beside the minimap where there is room for all of it; else behind a button that counts it. The style sheet shows one of the two. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <>
      <div className={styles.roomy}>
        <Entries entries={entries} />
      </div>
      <div className={styles.tight}>
        <Menu label="What is in view" face={<Counted count={entries.length}>Legend</Counted>} from="above">
          <Entries entries={entries} />
        </Menu>
      </div>
    </>
  );
}

function Entries({ entries }: { entries: readonly LegendEntry[] }) {
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
