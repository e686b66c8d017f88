import { Prose } from '@/components/verdict/Prose';
import type { ReachView } from '@/lib/scene/reach-view';
import styles from './Chain.module.css';
import { ChainGroups } from './ChainGroups';

/** Everybody who can come to wear the hat, directly or over other hats and pipelines. */
export function WhoGetsHere({ reach, hatHref }: { reach: ReachView; hatHref: (id: string) => string }) {
  return (
    <section className={styles.box} aria-labelledby="who-gets-here">
      <h2 id="who-gets-here">Who gets here</h2>
      <p className={styles.lead}>
        <Prose words={reach.whoGetsHere} />
      </p>
      <ChainGroups groups={reach.comers} hatHref={hatHref} />
    </section>
  );
}
