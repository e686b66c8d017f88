// The lines of the scene, on the ways that the scene has found for them: under the cards, and only those that are looked at.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { LinesNode as Lines, SeenLine } from '../flow-from-scene';
import { isMet } from '../in-view';
import styles from '../map.module.css';
import { Parts } from '../Parts';
import { usePartInView } from '../use-part-in-view';

export function LinesNode({ data: { lines, scene } }: NodeProps<Lines>) {
  const view = usePartInView();
  return (
    <svg className={styles.overlay} width={scene.width} height={scene.height} aria-hidden="true">
      {lines.map((seen) => (isMet(seen.part, view) ? <Strokes key={seen.line.id} seen={seen} /> : null))}
    </svg>
  );
}

const Strokes = memo(function Strokes({ seen: { line, fade } }: { seen: SeenLine }) {
  return (
    <g opacity={line.opacity * fade} data-paths={line.paths.join('\n')}>
      <Parts parts={line.parts} />
    </g>
  );
});
