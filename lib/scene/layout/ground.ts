// What lies under a place of the drawing: a lane, an account or the page.
import type { Token } from '../scene';
import type { Geometry, Rect } from './geometry';
import type { Point } from './polyline';

/** The token of the ground at a point. Never throws. */
export function groundAt(geometry: Geometry, point: Point): Token {
  if (isOn(geometry.lanes, point)) return 'lane';
  return isOn(geometry.frameList, point) ? 'surface' : 'bg';
}

/** INVARIANT (top to bottom): lanes and frames stand in order, none beside another; so the last that begins above is the one. */
function isOn(rects: readonly Rect[], point: Point): boolean {
  let low = 0;
  let high = rects.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rects[middle]?.y ?? 0) < point.y) low = middle + 1;
    else high = middle;
  }
  const rect = rects[low - 1];
  return rect !== undefined && holds(rect, point);
}

function holds(rect: Rect, { x, y }: Point): boolean {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}
