import { Glyph } from '@/components/ui/Glyph';
import { KeyLink } from '@/components/ui/KeyLink';
import type { ActionTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import { ChangeItem } from './ChangeItem';
import styles from './Changes.module.css';

/** What to change, one block per account that must act; and who need not. */
export function Changes({
  changes,
  unchanged,
  tryHref,
}: {
  changes: ActionTrail['changes'];
  unchanged: ActionTrail['unchanged'];
  tryHref: string | null;
}) {
  if (changes.length === 0) return null;
  const owners = [...new Set(changes.map(({ account }) => account))];
  return (
    <section className={styles.changes}>
      <div className={styles.head}>
        <h3>What to change</h3>
        {tryHref === null ? null : (
          <KeyLink shortcut="Y" href={tryHref} scroll={false}>
            Try it
          </KeyLink>
        )}
      </div>
      {owners.map((owner) => (
        <div key={owner} className={styles.owner}>
          {changes
            .filter(({ account }) => account === owner)
            .map((change) => (
              <ChangeItem key={plain(change.sentence)} change={change} />
            ))}
        </div>
      ))}
      {unchanged.map((account) => (
        <p key={account} className={styles.unchanged}>
          <Glyph name="account" size={14} />
          <span>
            <b>{account}</b> changes nothing
          </span>
        </p>
      ))}
      <p className={styles.note}>Nothing here changes AWS: copy a statement to where it belongs.</p>
    </section>
  );
}
