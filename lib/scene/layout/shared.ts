// How far two edges of one net run together, so that what they share is painted once.
import { type Straight, straights } from './path-walk';
import type { Point } from './polyline';

/** The ways of edges from where they begin, as a tree: each corner that was turned at, and what comes after it. */
export interface SharedWays {
  /** The length that an edge shares with those added, from their common first point on, px; 0 when none begins there. */
  readonly along: (points: readonly Point[]) => number;
  readonly add: (points: readonly Point[]) => void;
}

interface Corner {
  /** By direction. */
  readonly ways: Map<string, { longest: number; readonly ends: Map<number, Corner> }>;
}

/** No edge yet. */
export function sharedWays(): SharedWays {
  const starts = new Map<string, Corner>();
  const startOf = (points: readonly Point[]): string => `${points[0]?.x} ${points[0]?.y}`;
  return {
    along(points) {
      let shared = 0;
      let corner = starts.get(startOf(points));
      for (const piece of straights(points)) {
        const way = corner?.ways.get(wayOf(piece));
        if (way === undefined) return shared;
        const length = piece.end - piece.start;
        shared += Math.min(length, way.longest);
        corner = way.ends.get(length);
      }
      return shared;
    },
    add(points) {
      let corner = starts.get(startOf(points)) ?? { ways: new Map() };
      starts.set(startOf(points), corner);
      for (const piece of straights(points)) {
        const length = piece.end - piece.start;
        const way = corner.ways.get(wayOf(piece)) ?? { longest: 0, ends: new Map<number, Corner>() };
        corner.ways.set(wayOf(piece), way);
        way.longest = Math.max(way.longest, length);
        corner = way.ends.get(length) ?? { ways: new Map() };
        way.ends.set(length, corner);
      }
    },
  };
}

function wayOf({ from, to }: Straight): string {
  return `${Math.sign(to.x - from.x)} ${Math.sign(to.y - from.y)}`;
}
