// Which way the artifact goes along an edge, whoever asks for it.
import type { Point } from '../layout/polyline';
import type { PlanLink } from '../plan/plan';
import type { Primitive } from '../scene';
import { arrowhead } from './draw-line';
import type { LineState } from './state-style';

interface Flow {
  readonly link: Pick<PlanLink, 'kind' | 'hops'>;
  readonly points: readonly Point[];
  readonly state: LineState;
}

/** Arrowheads in the direction of the bytes: what is read comes towards the reader. None on an edge that carries no artifact. Never throws. */
export function flowHeads({ link, points, state }: Flow): readonly Primitive[] {
  if (points.length < 2) return [];
  const kinds = new Set(link.hops.map(({ judged }) => judged.hop.kind));
  const isForth = kinds.has('writes') || kinds.has('replicates') || kinds.has('triggers');
  return [
    ...(isForth ? [arrowhead(points, state)] : []),
    ...(kinds.has('reads') ? [arrowhead([...points].reverse(), state)] : []),
  ];
}
