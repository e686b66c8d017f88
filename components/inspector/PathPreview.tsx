import type { PathHead } from '@/lib/scene/trail';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';

/** What is known at once of a permission path while its hops are fetched: name, verdict and the answer, where they will stay. */
export function PathPreview({ head, closeHref }: { head: PathHead; closeHref: string }) {
  return (
    <article className={styles.inspector} aria-busy="true">
      <InspectorHead trail={head} closeHref={closeHref} />
      <p className={styles.awaited} role="status">
        Putting the hops and their policies together
      </p>
    </article>
  );
}
