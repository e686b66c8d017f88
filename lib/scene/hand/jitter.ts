// A hand that is never quite steady, and always in the same way: displacement from the element's id, not from chance.
import { round } from '../draw/ink';
import type { Point } from '../layout/polyline';

/** Distance between the points that the pen aims at, px. */
const SAMPLE = 9;
const NEAREST = 2;
const SHORT = 60;
/** How long one swing of the hand is, px. */
const WAVE = 20;
/** A sharper turn is a corner, radians. */
const CORNER = 0.6;
const AMPLITUDE = { long: 1.25, short: 0.5 } as const;

/** A number for a text (FNV-1a, 32 bit). Never throws. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

interface Aim extends Point {
  /** Distance from the start, px. */
  readonly at: number;
  readonly isCorner: boolean;
}

/** The way of the pen along these points, as path data. The same points and seed give the same way. Never throws. */
export function wobble(points: readonly Point[], isClosed: boolean, seed: number): string {
  const aims = aimsAlong(isClosed && points[0] !== undefined ? [...points, points[0]] : points);
  const total = aims.at(-1)?.at ?? 0;
  if (aims.length < 2 || total === 0) return '';
  const amplitude = total < SHORT ? AMPLITUDE.short : AMPLITUDE.long;
  const moved = aims.map(({ x, y, at, isCorner }): Aim => {
    // The ends stay nearly where they are, so that lines still meet.
    const by = at === 0 || at === total ? 0.3 * amplitude : amplitude;
    return {
      x: x + by * noise(seed, at / WAVE),
      y: y + by * noise(seed ^ 0x5bd1e995, at / WAVE),
      at,
      isCorner,
    };
  });
  return smooth(moved);
}

/** Points about as far apart as a hand aims, nearer on what is small; corners stay. */
function aimsAlong(points: readonly Point[]): readonly Aim[] {
  const [first] = points;
  if (first === undefined) return [];
  const total = lengthOf(points);
  const apart = Math.min(SAMPLE, Math.max(NEAREST, total / 12));
  const aims: Aim[] = [{ ...first, at: 0, isCorner: true }];
  let at = 0;
  let next = apart;
  points.forEach((b, i) => {
    const a = points[i - 1];
    const length = a === undefined ? 0 : Math.hypot(b.x - a.x, b.y - a.y);
    if (a === undefined || length === 0) return;
    const isCorner = i === points.length - 1 || turnAt(a, b, points[i + 1]) > CORNER;
    // Just before a corner nothing is aimed at but the corner.
    for (; next < at + length - (isCorner ? apart / 3 : 0); next += apart) {
      const t = (next - at) / length;
      aims.push({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, at: next, isCorner: false });
    }
    at += length;
    if (!isCorner) return;
    aims.push({ ...b, at, isCorner: true });
    next = at + apart;
  });
  return aims;
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, b, i) => {
    const a = points[i - 1] ?? b;
    return sum + Math.hypot(b.x - a.x, b.y - a.y);
  }, 0);
}

/** By how much the way turns at b, radians. */
function turnAt(a: Point, b: Point, c: Point | undefined): number {
  if (c === undefined) return 0;
  const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
}

/** A curve through the middles between the points, with its corners kept. */
function smooth(points: readonly Aim[]): string {
  const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
  return points.reduce((d, point, i) => {
    const next = points[i + 1];
    if (i === 0) return `M${at(point)}`;
    if (point.isCorner || next === undefined) return `${d}L${at(point)}`;
    return `${d}Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  }, '');
}

/** Smooth noise between -1 and 1: values at whole numbers from a hash, joined without corners. */
function noise(seed: number, at: number): number {
  const low = Math.floor(at);
  const part = at - low;
  const ease = part * part * (3 - 2 * part);
  return value(seed, low) * (1 - ease) + value(seed, low + 1) * ease;
}

function value(seed: number, index: number): number {
  let hash = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x7fffffff - 1;
}
