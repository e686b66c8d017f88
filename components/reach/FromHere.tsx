import { Prose } from '@/components/verdict/Prose';
import type { ReachView } from '@/lib/scene/reach-view';
import styles from './Chain.module.css';
import { ChainGroups } from './ChainGroups';
import { ThingList } from './ThingList';

/** The blast radius: every hat, pipeline, bucket and key that is reached from here. */
export function FromHere(props: {
  reach: ReachView;
  hatHref: (id: string) => string;
  pathHref: (pipeline: string) => string;
}) {
  const { reach } = props;
  return (
    <section className={styles.box} aria-labelledby="from-here">
      <h2 id="from-here">From here</h2>
      <p className={styles.lead}>
        <Prose words={reach.fromHere} />
      </p>
      <ChainGroups groups={reach.hats} hatHref={props.hatHref} />
      <ThingList title="Pipelines" things={reach.pipelines} pathHref={props.pathHref} />
      <ThingList title="Buckets and keys" things={reach.stores} pathHref={props.pathHref} />
      {reach.moreThings > 0 ? (
        <p className={styles.note}>
          and {reach.moreThings} things more: <code>hatstack reach</code> prints them all.
        </p>
      ) : null}
      <p className={styles.note}>{reach.limits}</p>
    </section>
  );
}
