'use client';

import { useMemo } from 'react';
import { DrawingLegend } from '@/components/drawing/DrawingLegend';
import { PanZoom } from '@/components/drawing/PanZoom';
import { SceneSvg } from '@/components/drawing/SceneSvg';
import { handDrawn } from '@/lib/scene/hand/hand-drawn';
import type { Scene } from '@/lib/scene/scene';
import type { PenName } from '@/lib/scene/theme';
import styles from './StillStage.module.css';

/** A drawing that is looked at as a whole: the stack of hats of an action, or the accounts that the pipeline reaches. */
export function StillStage(props: {
  scene: Scene;
  pen: PenName;
  /** A stack begins at the left, below its title; a map stands in the middle. */
  align: 'left' | 'middle';
  /** Where its boxes lead, by their ids. */
  hrefs: { readonly [box: string]: string };
}) {
  const { scene, pen, align, hrefs } = props;
  const drawn = useMemo(() => (pen === 'hand' ? handDrawn(scene) : scene), [scene, pen]);
  return (
    <section
      className={styles.stage}
      data-pen={pen}
      data-align={align}
      data-tour="still"
      aria-labelledby="still-title"
    >
      <h2 id="still-title" className={styles.title}>
        {scene.title}
      </h2>
      <PanZoom label="Drawing" fit="whole" size={scene}>
        <SceneSvg
          scene={drawn}
          id="still"
          label={scene.title}
          align={align}
          hrefOf={(box) => hrefs[box] ?? null}
        />
      </PanZoom>
      <DrawingLegend legend={drawn.legend} id="still" />
    </section>
  );
}
