// How far two edges of one net run together, so that what they share is painted once.
import { straights } from './path-walk';
import type { Point } from './polyline';

/** The length that two edges share from their common first point on, px; 0 when they begin apart. Never throws. */
export function sharedLength(a: readonly Point[], b: readonly Point[]): number {
  const first = straights(a);
  const second = straights(b);
  let shared = 0;
  for (let i = 0; i < Math.min(first.length, second.length); i += 1) {
    const one = first[i];
    const other = second[i];
    if (one === undefined || other === undefined || !same(one.from, other.from)) return shared;
    const way = (piece: typeof one): string =>
      `${Math.sign(piece.to.x - piece.from.x)} ${Math.sign(piece.to.y - piece.from.y)}`;
    if (way(one) !== way(other)) return shared;
    shared += Math.min(one.end - one.start, other.end - other.start);
    if (!same(one.to, other.to)) return shared;
  }
  return shared;
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}
