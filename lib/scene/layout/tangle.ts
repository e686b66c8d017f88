// How much two nets get into each other's way.
import type { Point } from './polyline';

interface Piece {
  /** The fixed coordinate, and the stretch along the other. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

export interface Pieces {
  readonly across: readonly Piece[];
  readonly down: readonly Piece[];
}

/** Lying on one another is worse than any number of crossings. */
const OVERLAP = 40;

/** The straight pieces of a net's edges. Never throws. */
export function piecesOf(edges: readonly (readonly Point[])[]): Pieces {
  const across: Piece[] = [];
  const down: Piece[] = [];
  for (const points of edges)
    for (let i = 1; i < points.length; i += 1) {
      const a = points[i - 1];
      const b = points[i];
      if (a === undefined || b === undefined) continue;
      if (a.y === b.y) across.push({ at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) });
      else down.push({ at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) });
    }
  return { across, down };
}

/** Crossings between two nets, and stretches on which they lie on one another. Never throws. */
export function tangleOf(a: Pieces, b: Pieces): number {
  return (
    crossings(a.across, b.down) +
    crossings(b.across, a.down) +
    OVERLAP * (overlaps(a.across, b.across) + overlaps(a.down, b.down))
  );
}

function crossings(across: readonly Piece[], down: readonly Piece[]): number {
  let count = 0;
  for (const h of across)
    for (const v of down) if (v.at > h.low && v.at < h.high && h.at > v.low && h.at < v.high) count += 1;
  return count;
}

function overlaps(one: readonly Piece[], other: readonly Piece[]): number {
  let count = 0;
  for (const a of one)
    for (const b of other) if (a.at === b.at && a.low < b.high && b.low < a.high) count += 1;
  return count;
}
