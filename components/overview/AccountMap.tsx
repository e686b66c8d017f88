import Link from 'next/link';
import { DrawingLegend } from '@/components/drawing/DrawingLegend';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import type { MapOfAccounts } from '@/lib/scene/map-of-accounts';
import styles from './AccountMap.module.css';

/** Who reaches whom: the drawing, what its lines mean, and a way to see every account. */
export function AccountMap(props: {
  map: MapOfAccounts;
  hrefOf: (box: string) => string | null;
  isWhole: boolean;
  otherHref: string;
}) {
  const { scene, folded } = props.map;
  return (
    <section className={styles.map} aria-labelledby="map">
      <header>
        <h2 id="map">Who reaches whom</h2>
        <p>width = pipelines, line = worst state</p>
        {folded > 0 || props.isWhole ? (
          <Link href={props.otherHref} scroll={false}>
            {props.isWhole ? 'Fold what works' : `Show all, ${folded} are folded`}
          </Link>
        ) : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing wider than the window must be scrolled without a mouse */}
      <section className={styles.scroll} aria-label="Map of accounts" tabIndex={0}>
        <SceneSvg scene={scene} id="accounts" label={scene.title} hrefOf={props.hrefOf} />
      </section>
      <DrawingLegend legend={scene.legend} id="accounts" />
    </section>
  );
}
