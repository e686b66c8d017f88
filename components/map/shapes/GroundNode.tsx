// An account frame, a region lane or the head of a stage: the ground on which cards stand.
import type { NodeProps } from '@xyflow/react';
import type { BoxNode } from '../flow-from-scene';
import styles from '../map.module.css';
import { Parts } from '../Parts';
import { useZoomLevel } from '../use-zoom-level';
import { partsAt } from '../zoom-level';

/** A named picture; it opens nothing. */
export function GroundNode({ data: { box } }: NodeProps<BoxNode>) {
  const level = useZoomLevel();
  return (
    <svg className={styles.parts} width={box.width} height={box.height} role="img" aria-label={box.label}>
      <Parts parts={partsAt(box, level)} />
    </svg>
  );
}
