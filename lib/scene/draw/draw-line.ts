// An edge: band, casing, stroke, gap with a cross, arrowhead. Each half in the stroke of the side that it belongs to.
import { groupBy } from '@/lib/base/group-by';
import { lengthOf, pointAt, slice, straights } from '../layout/path-walk';
import type { Point } from '../layout/polyline';
import type { Primitive, Token } from '../scene';
import { round } from './ink';
import { type LineState, lineStroke } from './state-style';

const CORNER = 9;
const GAP = 24;
const ARROW = 8;

export interface LineLook {
  /** One state, or that of the near and of the far side of the ring. */
  readonly near: LineState;
  readonly far: LineState;
  /** Distance of the ring that parts the two, or null. */
  readonly ring: number | null;
  readonly ringDrawn: boolean;
  readonly band: boolean;
  readonly arrow: boolean;
  /** Ends this far before its card: where the ring of the selection stands. */
  readonly short: number;
  /** Where it passes over another edge, and what lies under that place. */
  readonly crossings: readonly { readonly point: Point; readonly turn: 'h' | 'v'; readonly ground: Token }[];
}

/** The primitives of an edge in painting order. Never throws. */
export function drawLine(points: readonly Point[], look: LineLook): readonly Primitive[] {
  const total = lengthOf(points) - look.short;
  if (total <= 0) return [];
  const end = look.arrow ? total - 5 : total;
  return [
    ...casing(look),
    ...(look.band ? band(points, total) : []),
    ...strokes(points, end, look),
    ...(look.arrow ? [arrowhead(points, look.far, total)] : []),
  ];
}

/** One path for all places on the same ground. */
function casing({ crossings, band }: LineLook): readonly Primitive[] {
  const reach = band ? 10 : 7;
  return [...groupBy(crossings, ({ ground }) => ground)].map(([ground, places]) => ({
    kind: 'path',
    d: places
      .map(({ point: { x, y }, turn }) =>
        turn === 'h' ? `M${x - reach} ${y}H${x + reach}` : `M${x} ${y - reach}V${y + reach}`,
      )
      .join(''),
    stroke: ground,
    strokeWidth: band ? 14 : 4.5,
    cap: 'butt',
  }));
}

function band(points: readonly Point[], total: number): readonly Primitive[] {
  const d = rounded(slice(points, 0, total));
  return [
    { kind: 'path', d, stroke: 'broad-rail', strokeWidth: 11, cap: 'butt' },
    { kind: 'path', d, stroke: 'broad', strokeWidth: 8.6, cap: 'butt' },
  ];
}

function strokes(points: readonly Point[], end: number, look: LineLook): readonly Primitive[] {
  const { near, far, ring, ringDrawn } = look;
  if (ring === null || (near === far && near !== 'broken')) return half(points, 0, end, near, 'start');
  const clear = ringDrawn ? 12.5 : 0;
  // In one account the whole edge is denied, but only the stretch after the ring is interrupted.
  return [
    ...(near === 'broken'
      ? half(points, 0, ring - clear, near, 'end')
      : half(points, 0, ring, near, 'start')),
    ...(far === 'broken'
      ? half(points, ring + clear, end, far, 'start')
      : half(points, ring, end, far, 'start')),
  ];
}

/** One side of an edge; a broken one opens, near the ring where there is room. */
function half(
  points: readonly Point[],
  from: number,
  to: number,
  state: LineState,
  ringAt: 'start' | 'end',
): readonly Primitive[] {
  const plain = (a: number, b: number, solid = false): readonly Primitive[] => {
    const d = rounded(slice(points, a, b));
    const { dash, ...stroke } = lineStroke(state);
    return d === '' ? [] : [{ kind: 'path', d, ...stroke, ...(dash === undefined || solid ? {} : { dash }) }];
  };
  if (state !== 'broken' || to - from < GAP + 12) return plain(from, to);
  const middle = gapMiddle(points, from, to, ringAt);
  const { x, y } = pointAt(points, middle);
  const stub = to - middle - GAP / 2 < 16;
  return [
    ...plain(from, middle - GAP / 2 + 1),
    ...plain(middle + GAP / 2 - 1, to, stub),
    {
      kind: 'path',
      d: cross(x, y),
      stroke: 'broken',
      strokeWidth: 2.4,
      cap: 'round',
    },
  ];
}

function cross(x: number, y: number): string {
  return `M${round(x - 5)} ${round(y - 5)}l10 10M${round(x + 5)} ${round(y - 5)}l-10 10`;
}

/** The middle of a cross that `drawLine` drew; null for any other path. Never throws. */
export function crossAt(d: string): Point | null {
  const [, x, y] = /^M(-?[\d.]+) (-?[\d.]+)l10 10M/.exec(d) ?? [];
  return x === undefined || y === undefined ? null : { x: Number(x) + 5, y: Number(y) + 5 };
}

/** The middle of the gap: on a straight piece, as near to 36 px from the ring as corners allow. */
function gapMiddle(points: readonly Point[], from: number, to: number, ringAt: 'start' | 'end'): number {
  const wish = ringAt === 'start' ? from + 34 : to - 34;
  let best = (from + to) / 2;
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end } of straights(points)) {
    const low = Math.max(start, from) + GAP / 2 + 4;
    const high = Math.min(end, to) - GAP / 2 - 2;
    if (low > high) continue;
    const at = Math.min(Math.max(wish, low), high);
    if (Math.abs(at - wish) < least) {
      least = Math.abs(at - wish);
      best = at;
    }
  }
  return best;
}

/** The head of an arrow at the end of an edge, or at `total` px from its start. Never throws. */
export function arrowhead(points: readonly Point[], state: LineState, total = lengthOf(points)): Primitive {
  const { x, y, dx, dy } = pointAt(points, total);
  const stroke = lineStroke(state).stroke ?? 'line-3';
  const back = { x: x - dx * ARROW, y: y - dy * ARROW };
  const d = `M${round(x)} ${round(y)}L${round(back.x - dy * 4.5)} ${round(back.y + dx * 4.5)}L${round(back.x + dy * 4.5)} ${round(back.y - dx * 4.5)}z`;
  return { kind: 'path', d, fill: stroke };
}

/** An orthogonal path with rounded corners; empty for no points. Never throws. */
export function rounded(points: readonly Point[]): string {
  const first = points[0];
  if (first === undefined) return '';
  let d = `M${round(first.x)} ${round(first.y)}`;
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const corner = points[i];
    const to = points[i + 1];
    if (from === undefined || corner === undefined) continue;
    if (to === undefined) {
      d += `L${round(corner.x)} ${round(corner.y)}`;
      continue;
    }
    const before = Math.hypot(corner.x - from.x, corner.y - from.y);
    const after = Math.hypot(to.x - corner.x, to.y - corner.y);
    const r = Math.min(CORNER, i === 1 ? before : before / 2, i === points.length - 2 ? after : after / 2);
    const enter = toward(corner, from, r / (before || 1));
    const leave = toward(corner, to, r / (after || 1));
    d += `L${round(enter.x)} ${round(enter.y)}Q${round(corner.x)} ${round(corner.y)} ${round(leave.x)} ${round(leave.y)}`;
  }
  return d;
}

function toward(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
