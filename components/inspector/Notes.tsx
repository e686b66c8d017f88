import { Prose } from '@/components/verdict/Prose';
import type { ActionTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import styles from './Notes.module.css';

/** What to know of an action that no verdict hangs on. */
export function Notes({ notes }: { notes: ActionTrail['notes'] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="Notes">
      {notes.map((note) => (
        <li key={plain(note)}>
          <Prose words={note} />
        </li>
      ))}
    </ul>
  );
}
