// An account frame or a region lane: the ground on which cards stand.
import type { NodeProps } from '@xyflow/react';
import type { BoxNode } from '../flow-from-scene';
import styles from '../map.module.css';
import { Parts } from '../Parts';

/** A named picture; it opens nothing. */
export function GroundNode({ data: { box } }: NodeProps<BoxNode>) {
  return (
    <svg className={styles.parts} width={box.width} height={box.height} role="img" aria-label={box.label}>
      <Parts parts={box.parts} />
    </svg>
  );
}
