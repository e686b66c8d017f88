// Walking along an orthogonal edge: its length, a point on it, a part of it.
import type { Rect } from './geometry';
import type { Point } from './polyline';

export interface Straight {
  readonly from: Point;
  readonly to: Point;
  /** Distance of `from` and `to` from the start of the edge, px. */
  readonly start: number;
  readonly end: number;
  readonly turn: 'h' | 'v';
}

/** The straight pieces of an edge. Never throws. */
export function straights(points: readonly Point[]): readonly Straight[] {
  const list: Straight[] = [];
  let walked = 0;
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const to = points[i];
    if (from === undefined || to === undefined) continue;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    list.push({ from, to, start: walked, end: walked + length, turn: from.y === to.y ? 'h' : 'v' });
    walked += length;
  }
  return list;
}

export function lengthOf(points: readonly Point[]): number {
  return straights(points).at(-1)?.end ?? 0;
}

/** The point at this distance from the start, and the direction in which the edge goes there. */
export function pointAt(
  points: readonly Point[],
  distance: number,
): Point & { readonly dx: number; readonly dy: number } {
  const list = straights(points);
  const on = list.find((one) => distance <= one.end) ?? list.at(-1);
  if (on === undefined) return { x: points[0]?.x ?? 0, y: points[0]?.y ?? 0, dx: 0, dy: 1 };
  const part = Math.min(Math.max(distance - on.start, 0), on.end - on.start);
  const dx = Math.sign(on.to.x - on.from.x);
  const dy = Math.sign(on.to.y - on.from.y);
  return { x: on.from.x + dx * part, y: on.from.y + dy * part, dx, dy };
}

/** The part of an edge between two distances; empty when there is nothing between them. */
export function slice(points: readonly Point[], from: number, to: number): readonly Point[] {
  const start = Math.max(0, from);
  const end = Math.min(lengthOf(points), to);
  if (end - start < 0.5) return [];
  const inner = straights(points)
    .filter((one) => one.end > start && one.end < end)
    .map((one) => one.to);
  const first = pointAt(points, start);
  const last = pointAt(points, end);
  return [{ x: first.x, y: first.y }, ...inner, { x: last.x, y: last.y }];
}

/** Distances at which an edge passes the border of a rectangle, in order. */
export function borderCrossings(points: readonly Point[], rect: Rect): readonly number[] {
  return straights(points).flatMap(({ from, to, start, turn }) => {
    const [a, b, across] = turn === 'h' ? [from.x, to.x, from.y] : [from.y, to.y, from.x];
    const [low, high] = turn === 'h' ? [rect.x, rect.x + rect.width] : [rect.y, rect.y + rect.height];
    const [left, right] = turn === 'h' ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width];
    if (across < left || across > right) return [];
    return [low, high]
      .filter((edge) => Math.min(a, b) <= edge && edge <= Math.max(a, b))
      .map((edge) => start + Math.abs(edge - a))
      .sort((x, y) => x - y);
  });
}

/** The distance between a point and an axis-parallel stretch. */
export function distanceTo({ from, to }: Straight, point: Point): number {
  const x = Math.max(Math.min(from.x, to.x), Math.min(Math.max(from.x, to.x), point.x));
  const y = Math.max(Math.min(from.y, to.y), Math.min(Math.max(from.y, to.y), point.y));
  return Math.sqrt((point.x - x) ** 2 + (point.y - y) ** 2);
}

/** The distance between a point and a rectangle; 0 inside. */
export function distanceToRect(rect: Rect, { x, y }: Point): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width);
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height);
  return Math.sqrt(dx * dx + dy * dy);
}
