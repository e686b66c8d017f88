// Which part of the drawing is looked at, in large squares, so that the answer changes seldom while the map is moved.
import type { Line } from '@/lib/scene/scene';

/** px of the drawing. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SQUARE_PX = 600;

/** The squares that reach into a view (x, y, zoom of React Flow) of this size, as one text that can be compared. Never throws. */
export function squaresInView(
  [x, y, zoom]: readonly [number, number, number],
  width: number,
  height: number,
): string {
  const square = (px: number): number => Math.floor(px / zoom / SQUARE_PX);
  return [square(-x), square(-y), square(width - x) + 1, square(height - y) + 1].join(' ');
}

/** The part of the drawing that these squares cover, and as much again as one square around it. Never throws. */
export function partOf(squares: string): Part {
  const [left = 0, top = 0, right = 0, bottom = 0] = squares.split(' ').map(Number);
  return {
    left: (left - 1) * SQUARE_PX,
    top: (top - 1) * SQUARE_PX,
    right: (right + 1) * SQUARE_PX,
    bottom: (bottom + 1) * SQUARE_PX,
  };
}

/** The smallest part that holds a whole line, its rings and its words. Never throws. */
export function partOfLine({ points, ring }: Line): Part {
  const places = ring === null ? points : [...points, ring];
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const room = 24;
  return {
    left: Math.min(...xs) - room,
    top: Math.min(...ys) - room,
    right: Math.max(...xs) + room,
    bottom: Math.max(...ys) + room,
  };
}

/** Whether two parts share anything. Never throws. */
export function isMet(a: Part, b: Part): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
