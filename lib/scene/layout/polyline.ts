// From tracks to px: the corners of every edge.
import type { LineId, TrackUses } from './channels';
import type { Geometry, Rect } from './geometry';
import type { Segment, SegmentEnd } from './segments';
import type { RoutedLink } from './tracks';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type PositionOf = (line: LineId, net: string) => number;

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };
/** Right of the tab with the hat, so that an edge can come to an action from above. */
const FROM_RIGHT_PX = 20;
const CLOSE_PX = 8;

/** The px of one of a line's tracks. Never throws. */
export function trackPx(
  line: LineId,
  index: number,
  count: number,
  uses: TrackUses,
  geometry: Geometry,
): number {
  const pitch = uses.get(line)?.pitch ?? CLOSE_PX;
  if (line.startsWith('p')) {
    const hat = geometry.cards.get(line.slice(1)) ?? NOWHERE;
    return spread(hat.y + 8, hat.y + hat.height - 8, index, count, pitch);
  }
  const at = Number(line.slice(1));
  const extent = (line.startsWith('x') ? geometry.x : geometry.y)[at] ?? { from: 0, to: 0 };
  if (at % 2 === 0) return extent.from + index * pitch;
  if (line.startsWith('y')) return spread(extent.from, extent.to, index, count, pitch);
  return Math.max(extent.from + 12, extent.to - FROM_RIGHT_PX - index * pitch);
}

function spread(from: number, to: number, index: number, count: number, pitch: number): number {
  const step = count < 2 ? 0 : Math.min(pitch, (to - from) / (count - 1));
  return Math.round((from + to) / 2 + (index - (count - 1) / 2) * step);
}

/** The corners of an edge, from card to card; consecutive points differ in one coordinate. Never throws. */
export function polyline(link: RoutedLink, at: PositionOf, geometry: Geometry): readonly Point[] {
  const level = (segment: Segment): number => at(segment.line, link.net);
  const point = (segment: Segment, end: SegmentEnd, neighbour: Segment | undefined): Point => {
    const across =
      neighbour !== undefined ? level(neighbour) : end.kind === 'card' ? sideOf(end, geometry) : end.nominal;
    return segment.turn === 'h' ? { x: across, y: level(segment) } : { x: level(segment), y: across };
  };
  const points = link.segments.flatMap((segment, i) => [
    point(segment, segment.from, link.segments[i - 1]),
    point(segment, segment.to, link.segments[i + 1]),
  ]);
  return straighten(points);
}

/** The px of a side of a card. Never throws. */
export function sideOf(end: Extract<SegmentEnd, { kind: 'card' }>, geometry: Geometry): number {
  const rect = geometry.cards.get(end.card) ?? NOWHERE;
  if (end.side === 'left') return rect.x;
  if (end.side === 'right') return rect.x + rect.width;
  return end.side === 'top' ? rect.y : rect.y + rect.height;
}

/** Leaves out points that repeat or lie on a straight line between their neighbours. */
function straighten(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}
