import { DrawingLegend } from '@/components/drawing/DrawingLegend';
import { PanZoom } from '@/components/drawing/PanZoom';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { ReachLink } from '@/components/reach/ReachLink';
import type { MapOfAccounts } from '@/lib/scene/map-of-accounts';
import styles from './AccountMap.module.css';

/** Who reaches whom: the drawing, what its lines mean, and how many accounts stand in groups. */
export function AccountMap(props: { map: MapOfAccounts; hrefOf: (box: string) => string | null }) {
  const { scene, folded } = props.map;
  return (
    <section className={styles.map} aria-labelledby="map" data-tour="map">
      <header>
        <h2 id="map">Who reaches whom</h2>
        <p>width = pipelines, line = worst state</p>
        <ReachLink>Bring out a blast radius</ReachLink>
        {folded > 0 ? (
          <p className={styles.folded}>{folded} accounts stand in groups: open one to see its own</p>
        ) : null}
      </header>
      <PanZoom label="Map of accounts" fit="width" size={scene}>
        <SceneSvg scene={scene} id="accounts" label={scene.title} hrefOf={props.hrefOf} />
      </PanZoom>
      <DrawingLegend legend={scene.legend} id="accounts" />
    </section>
  );
}
