// What lies under a place of the drawing: a lane, an account or the page.
import type { Token } from '../scene';
import type { Geometry, Rect } from './geometry';
import type { Point } from './polyline';

/** The token of the ground at a point. Never throws. */
export function groundAt({ lanes, frames }: Geometry, point: Point): Token {
  if (lanes.some((lane) => holds(lane, point))) return 'lane';
  return [...frames.values()].some((frame) => holds(frame, point)) ? 'surface' : 'bg';
}

function holds(rect: Rect, { x, y }: Point): boolean {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}
