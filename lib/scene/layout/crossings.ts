// Where an edge passes over others that are painted already.
import { straights } from './path-walk';
import type { Point } from './polyline';

export interface Crossing {
  readonly point: Point;
  /** The way of the edge that passes over. */
  readonly turn: 'h' | 'v';
}

export interface Painted {
  /** Each place once at which this edge passes over one of another net. */
  readonly under: (points: readonly Point[], net: string) => readonly Crossing[];
  readonly add: (points: readonly Point[], net: string) => void;
}

interface Piece {
  readonly net: string;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

const BAND_PX = 64;

/** Nothing painted yet. */
export function nothingPainted(): Painted {
  // Pieces of each turn in bands of their fixed coordinate.
  const bands = { h: new Map<number, Piece[]>(), v: new Map<number, Piece[]>() };
  return {
    under(points, net) {
      const found = new Map<string, Crossing>();
      for (const { turn, ...own } of piecesOf(points)) {
        const others = bands[turn === 'h' ? 'v' : 'h'];
        for (let band = Math.floor(own.low / BAND_PX); band <= Math.floor(own.high / BAND_PX); band += 1)
          for (const other of others.get(band) ?? []) {
            if (other.net === net || other.at <= own.low || other.at >= own.high) continue;
            if (own.at <= other.low || own.at >= other.high) continue;
            const point = turn === 'h' ? { x: other.at, y: own.at } : { x: own.at, y: other.at };
            found.set(`${point.x} ${point.y}`, { point, turn });
          }
      }
      return [...found.values()];
    },
    add(points, net) {
      for (const { turn, at, low, high } of piecesOf(points)) {
        const band = Math.floor(at / BAND_PX);
        const list = bands[turn].get(band);
        if (list === undefined) bands[turn].set(band, [{ net, at, low, high }]);
        else list.push({ net, at, low, high });
      }
    },
  };
}

function piecesOf(points: readonly Point[]) {
  return straights(points).map(({ from, to, turn }) =>
    turn === 'h'
      ? { turn, at: from.y, low: Math.min(from.x, to.x), high: Math.max(from.x, to.x) }
      : { turn, at: from.x, low: Math.min(from.y, to.y), high: Math.max(from.y, to.y) },
  );
}
