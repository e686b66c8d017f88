import Link from 'next/link';
import { Glyph } from '@/components/ui/Glyph';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import type { PathHead } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
import styles from './InspectorHead.module.css';

/** The action's name, its verdict, and the one-line answer. */
export function InspectorHead({
  trail,
  closeHref,
  was = null,
}: {
  trail: PathHead;
  closeHref: string;
  /** The state without the edits that are tried; null where none turns it. */
  was?: State | null;
}) {
  return (
    <header>
      <div className={styles.head}>
        <h2>{trail.action}</h2>
        {was === null ? null : (
          <>
            <StateBadge state={was} /> <span className={styles.turns}>→</span>
          </>
        )}
        <StateBadge state={trail.state} />
        {trail.overBroad ? <OverBroadBadge accepted={trail.accepted} /> : null}
        <Link
          className={styles.close}
          href={closeHref}
          scroll={false}
          aria-label="Close the permission path"
          prefetch={false}
        >
          <Glyph name="close" />
        </Link>
      </div>
      <p className={styles.where}>
        {trail.stage} · {trail.provider} · {trail.account}, <code>{trail.region}</code>
      </p>
      <p className={styles.answer} data-tour="answer">
        <Prose words={trail.answer} />
      </p>
    </header>
  );
}
