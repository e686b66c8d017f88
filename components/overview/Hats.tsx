import Link from 'next/link';
import { Glyph } from '@/components/ui/Glyph';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { BroadHat } from '@/lib/scene/overview-hats';
import { ReachBar } from './ReachBar';
import styles from './Side.module.css';

const MOST = 5;

/** The hats that are widest for what is needed of them. */
export function Hats(props: { hats: readonly BroadHat[]; hrefOf: (hat: string) => string; allHref: string }) {
  const shown = props.hats.slice(0, MOST);
  const widest = Math.max(1, ...props.hats.map((hat) => hat.can?.length ?? 0));
  return (
    <section aria-labelledby="hats">
      <h2 id="hats" className={styles.title}>
        Most over-broad hats <span>can put it on / need it</span>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.quiet}>None: no hat is wider than its trust must be.</p>
      ) : null}
      <ul>
        {shown.map((hat) => (
          <li key={hat.arn} className={styles.item}>
            <h3 className={styles.head}>
              <Glyph name="hat" size={15} />
              <Link href={props.hrefOf(hat.id)} prefetch={false}>
                {hat.name}
              </Link>
              <span className={styles.where}>
                <OverBroadBadge accepted={hat.accepted} />
              </span>
            </h3>
            <p>{hat.why}</p>
            {hat.counted ? (
              <ReachBar
                can={hat.can?.length ?? null}
                need={hat.need.length}
                of={widest}
                complete={hat.complete}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {props.hats.length > shown.length ? (
        <Link className={styles.all} href={props.allHref} prefetch={false}>
          All {props.hats.length} over-broad hats, by pipeline
        </Link>
      ) : null}
    </section>
  );
}
