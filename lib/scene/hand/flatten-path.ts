// An SVG path as lists of points, one for each subpath, so that a pen can follow it.
import type { Point } from '../layout/polyline';

export interface Stretch {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };
/** Points for each curve. */
const STEPS = 14;

/** The subpaths of a path that uses M, L, H, V, C, Q, A and Z in either case; what it does not know ends the path. Never throws. */
export function flattenPath(d: string): readonly Stretch[] {
  const tokens = d.match(/[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const stretches: { points: Point[]; isClosed: boolean }[] = [];
  let at: Point = { x: 0, y: 0 };
  let index = 0;
  let command = '';
  while (index < tokens.length) {
    const token = tokens[index] ?? '';
    if (/[A-Za-z]/.test(token)) {
      command = token;
      index += 1;
    } else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    // A closed path takes no numbers: one behind it would be read for ever.
    else if (command.toUpperCase() === 'Z') break;
    const wanted = NUMBERS[command.toUpperCase()];
    if (wanted === undefined) break;
    const values = tokens.slice(index, index + wanted).map(Number);
    if (values.length < wanted || values.some(Number.isNaN)) break;
    index += wanted;
    const last = stretches.at(-1);
    if (command.toUpperCase() === 'Z') {
      if (last !== undefined) last.isClosed = true;
      at = last?.points[0] ?? at;
      continue;
    }
    const points = follow(command, values, at);
    if (command.toUpperCase() === 'M' || last === undefined || last.isClosed)
      stretches.push({
        points: command.toUpperCase() === 'M' ? [...points] : [at, ...points],
        isClosed: false,
      });
    else last.points.push(...points);
    at = points.at(-1) ?? at;
  }
  return stretches;
}

function follow(command: string, values: readonly number[], from: Point): readonly Point[] {
  const isRelative = command === command.toLowerCase();
  const [dx, dy] = isRelative ? [from.x, from.y] : [0, 0];
  const point = (i: number): Point => ({ x: (values[i] ?? 0) + dx, y: (values[i + 1] ?? 0) + dy });
  switch (command.toUpperCase()) {
    case 'H':
      return [{ x: (values[0] ?? 0) + dx, y: from.y }];
    case 'V':
      return [{ x: from.x, y: (values[0] ?? 0) + dy }];
    case 'C':
      return curve([from, point(0), point(2), point(4)]);
    case 'Q':
      return curve([from, point(0), point(2)]);
    case 'A':
      return arc(from, values, point(5));
    default:
      return [point(0)];
  }
}

/** A curve by repeated halving of its control points (de Casteljau). */
function curve(controls: readonly Point[]): readonly Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = (step + 1) / STEPS;
    let row = controls;
    while (row.length > 1)
      row = row.slice(1).map((b, i) => {
        const a = row[i] ?? b;
        return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
      });
    return row[0] ?? { x: 0, y: 0 };
  });
}

/** An arc of a circle; our drawings have no ellipse that is turned.
 *  @see https://www.w3.org/TR/SVG11/implnote.html#ArcConversionEndpointToCenter (read 2026-11-27) */
function arc(
  from: Point,
  [rx = 0, , , large = 0, sweep = 0]: readonly number[],
  to: Point,
): readonly Point[] {
  const half = Math.hypot(to.x - from.x, to.y - from.y) / 2;
  const r = Math.max(rx, half);
  if (half === 0 || r === 0) return [to];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const away = Math.sqrt(Math.max(0, r * r - half * half)) * (large === sweep ? -1 : 1);
  const ux = (to.x - from.x) / (2 * half);
  const uy = (to.y - from.y) / (2 * half);
  const centre = { x: middle.x - uy * away, y: middle.y + ux * away };
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - start;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: STEPS }, (_, step) => {
    const angle = start + (turn * (step + 1)) / STEPS;
    return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  });
}
