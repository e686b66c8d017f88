import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { NeedTrail } from '@/lib/scene/trail';
import styles from './Sides.module.css';

/** What each account says: one where it decides alone, two where both must say yes. */
export function Sides({ sides }: { sides: NeedTrail['sides'] }) {
  return (
    <ul className={styles.sides}>
      {sides.map(({ account, state, says, by }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first is the caller's side, the second the resource's
        <li key={place} data-state={state}>
          <b>
            <VerdictMark state={state} size={12} />
            {account} side: {says}
          </b>
          {by}
        </li>
      ))}
    </ul>
  );
}
