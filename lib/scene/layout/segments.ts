// A route as straight segments, each on one line of the lattice.
import { type LineId, levelOf, xLine, yLine } from './channels';
import type { Lattice, LatticePoint } from './lattice';
import type { Route } from './route';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Where a segment ends: at the line of the next segment, or at a side of a card. */
export type SegmentEnd =
  | { readonly kind: 'line'; readonly line: LineId; readonly nominal: number }
  | { readonly kind: 'card'; readonly card: string; readonly side: Side };

export interface Segment {
  readonly line: LineId;
  readonly turn: 'h' | 'v';
  readonly from: SegmentEnd;
  readonly to: SegmentEnd;
}

interface Run {
  readonly line: LineId;
  readonly turn: 'h' | 'v';
  readonly nominal: number;
  readonly first: LatticePoint;
  last: LatticePoint;
}

/** The segments of a route, from its first card to its last; horizontal and vertical take turns. Never throws. */
export function segmentsOf(
  lattice: Lattice,
  route: Route,
  hatLevel: (card: string) => number,
): readonly Segment[] {
  const runs = runsOf(lattice, route, hatLevel);
  return runs.map((run, index) => {
    const before = runs[index - 1];
    const after = runs[index + 1];
    return {
      line: run.line,
      turn: run.turn,
      from:
        before === undefined
          ? cardEnd(route.request.from, run.first, run.last, run.turn)
          : { kind: 'line', line: before.line, nominal: before.nominal },
      to:
        after === undefined
          ? cardEnd(route.request.to, run.last, run.first, run.turn)
          : { kind: 'line', line: after.line, nominal: after.nominal },
    };
  });
}

function runsOf(lattice: Lattice, { points }: Route, hatLevel: (card: string) => number): Run[] {
  const runs: Run[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const to = points[i];
    if (from === undefined || to === undefined) continue;
    const hat = from.hat ?? to.hat;
    const turn = hat !== undefined || from.y === to.y ? 'h' : 'v';
    const line = hat !== undefined ? levelOf(hat) : turn === 'h' ? yLine(from.y) : xLine(from.x);
    const previous = runs.at(-1);
    if (previous !== undefined && previous.line === line) {
      previous.last = to;
      continue;
    }
    const nominal =
      hat !== undefined
        ? hatLevel(hat)
        : turn === 'h'
          ? (lattice.ys[from.y] ?? 0)
          : (lattice.xs[from.x] ?? 0);
    if (previous !== undefined && previous.turn === turn) {
      runs.push({
        line: xLine(from.x),
        turn: 'v',
        nominal: lattice.xs[from.x] ?? 0,
        first: from,
        last: from,
      });
    }
    runs.push({ line, turn, nominal, first: from, last: to });
  }
  return runs;
}

/** The side of a card through which a run leaves towards `other`. */
function cardEnd(card: string, own: LatticePoint, other: LatticePoint, turn: 'h' | 'v'): SegmentEnd {
  if (own.hat !== undefined) return { kind: 'card', card, side: own.x === 0 ? 'left' : 'right' };
  const side: Side = turn === 'h' ? (other.x < own.x ? 'left' : 'right') : other.y < own.y ? 'top' : 'bottom';
  return { kind: 'card', card, side };
}
