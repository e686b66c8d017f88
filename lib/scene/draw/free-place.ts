// Finds room for a label or a note: near its edge, over no card, no ring and no other words.
import type { Rect } from '../layout/geometry';
import { distanceToRect, type Straight } from '../layout/path-walk';
import type { Point } from '../layout/polyline';

export interface Obstacles {
  /** Cards, rings, words: never covered while there is any other place. */
  readonly solid: readonly Rect[];
  /** Edges: better not covered. */
  readonly lines: readonly Straight[];
  readonly bounds: Rect;
}

/** What it costs to put a rectangle here; 0 where nothing is under it. Never throws. */
export function coverCost(rect: Rect, { solid, lines, bounds }: Obstacles): number {
  let cost = 0;
  for (const one of solid) cost += overlap(rect, one) > 0 ? 400 + overlap(rect, one) : 0;
  for (const line of lines) if (overlap(rect, boundsOf(line)) > 0) cost += 30;
  if (rect.x < bounds.x || rect.y < bounds.y) cost += 2000;
  if (rect.x + rect.width > bounds.x + bounds.width || rect.y + rect.height > bounds.y + bounds.height)
    cost += 2000;
  return cost;
}

/** The best top left corner for a rectangle of this size near an anchor, on a grid of 4 px. Never throws. */
export function placeNear(
  anchor: Point,
  size: { width: number; height: number },
  obstacles: Obstacles,
): Rect {
  let best: Rect = { x: anchor.x + 20, y: anchor.y - size.height / 2, ...size };
  let least = Number.POSITIVE_INFINITY;
  const reach = 260;
  for (let y = snap4(anchor.y - size.height - reach); y <= anchor.y + reach; y += 8)
    for (let x = snap4(anchor.x - size.width - reach); x <= anchor.x + reach; x += 8) {
      const rect = { x, y, ...size };
      const distance = distanceToRect(rect, anchor);
      if (distance < 16 || distance >= least) continue;
      const cost = distance + coverCost(rect, obstacles);
      if (cost < least) {
        least = cost;
        best = rect;
      }
    }
  return best;
}

function snap4(px: number): number {
  return Math.round(px / 4) * 4;
}

/** The area that two rectangles share, in px of the shorter side. */
function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? Math.min(width, height) : 0;
}

function boundsOf({ from, to }: Straight): Rect {
  return {
    x: Math.min(from.x, to.x) - 2,
    y: Math.min(from.y, to.y) - 2,
    width: Math.abs(to.x - from.x) + 4,
    height: Math.abs(to.y - from.y) + 4,
  };
}
