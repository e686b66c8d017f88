// What lies near a point, without looking at everything: the plane in squares, each with what reaches into it.
import type { Rect } from './geometry';
import type { Point } from './polyline';

export interface Buckets<T> {
  /** Puts a thing into every square that its rectangle, wider by `reach` px on all sides, has a part of. */
  readonly add: (rect: Rect, reach: number, thing: T) => void;
  /** All things that reach to a point, in the order in which they were added, and some that do not quite. */
  readonly near: (point: Point) => readonly T[];
}

const SQUARE_PX = 64;
/** More squares than any drawing has from left to right. */
const ACROSS = 1 << 20;

/** An empty plane. */
export function buckets<T>(): Buckets<T> {
  const squares = new Map<number, T[]>();
  const square = (px: number): number => Math.floor(px / SQUARE_PX);
  return {
    add(rect, reach, thing) {
      for (let y = square(rect.y - reach); y <= square(rect.y + rect.height + reach); y += 1)
        for (let x = square(rect.x - reach); x <= square(rect.x + rect.width + reach); x += 1) {
          const list = squares.get(y * ACROSS + x);
          if (list === undefined) squares.set(y * ACROSS + x, [thing]);
          else list.push(thing);
        }
    },
    near: ({ x, y }) => squares.get(square(y) * ACROSS + square(x)) ?? [],
  };
}
