// A line of the scene, on the way that the scene has found for it.
import type { EdgeProps } from '@xyflow/react';
import type { MapEdge } from '../flow-from-scene';
import { Parts } from '../Parts';

export function LineEdge({ data }: EdgeProps<MapEdge>) {
  if (data === undefined) return null;
  return (
    <g opacity={data.line.opacity * data.fade} data-paths={data.line.paths.join('\n')}>
      <Parts parts={data.line.parts} />
    </g>
  );
}
