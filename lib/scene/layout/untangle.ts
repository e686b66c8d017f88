// Changes the order of parallel tracks as long as that takes crossings away.
import type { LineId, TrackUses } from './channels';
import type { Geometry } from './geometry';
import { type PositionOf, polyline, trackPx } from './polyline';
import { type Pieces, piecesOf, tangleOf } from './tangle';
import type { RoutedLink, Tracks } from './tracks';

/** Comparisons of two pieces that may be made in all, so that a huge pipeline takes no longer than a second. */
const BUDGET = 20_000_000;

/** Where every net runs on every line, in the best order found; the same for the same input. Never throws. */
export function untangle(
  links: readonly RoutedLink[],
  tracks: Tracks,
  uses: TrackUses,
  geometry: Geometry,
): PositionOf {
  const state = begin(links, tracks, uses, geometry);
  for (let improved = true; improved && state.work.left > 0; ) {
    improved = false;
    for (const [line, rows] of state.order)
      for (let a = 0; a < rows.length; a += 1)
        for (let b = a + 1; b < rows.length && state.work.left > 0; b += 1)
          if (trySwap(state, line, a, b)) improved = true;
  }
  return state.at;
}

interface Untangling {
  /** Counts down as pieces are compared. */
  readonly work: { left: number };
  readonly order: ReadonlyMap<LineId, (readonly string[])[]>;
  readonly nets: ReadonlyMap<string, readonly RoutedLink[]>;
  readonly pieces: Map<string, Pieces>;
  readonly at: PositionOf;
  readonly put: (line: LineId) => void;
  readonly redraw: (net: string) => Pieces;
}

function begin(
  links: readonly RoutedLink[],
  tracks: Tracks,
  uses: TrackUses,
  geometry: Geometry,
): Untangling {
  const px = new Map<string, number>();
  const order = new Map([...tracks].map(([line, rows]) => [line, [...rows]]));
  const nets = new Map<string, RoutedLink[]>();
  for (const link of links) nets.set(link.net, [...(nets.get(link.net) ?? []), link]);
  const at: PositionOf = (line, net) => px.get(`${line} ${net}`) ?? 0;
  const put = (line: LineId): void => {
    const rows = order.get(line) ?? [];
    rows.forEach((row, index) => {
      for (const net of row) px.set(`${line} ${net}`, trackPx(line, index, rows.length, uses, geometry));
    });
  };
  for (const line of order.keys()) put(line);
  const redraw = (net: string): Pieces =>
    piecesOf((nets.get(net) ?? []).map((link) => polyline(link, at, geometry)));
  return {
    work: { left: BUDGET },
    order,
    nets,
    pieces: new Map([...nets.keys()].map((net) => [net, redraw(net)])),
    at,
    put,
    redraw,
  };
}

/** Swaps two tracks of a line and keeps that if there is less tangle; else puts them back. */
function trySwap(state: Untangling, line: LineId, a: number, b: number): boolean {
  const rows = state.order.get(line);
  const first = rows?.[a];
  const second = rows?.[b];
  if (rows === undefined || first === undefined || second === undefined) return false;
  const moved = new Set([...first, ...second]);
  const before = costOf(state, moved);
  const old = [...moved].map((net) => [net, state.pieces.get(net)] as const);
  const swap = (x: readonly string[], y: readonly string[]): void => {
    rows[a] = y;
    rows[b] = x;
    state.put(line);
  };
  swap(first, second);
  for (const net of moved) state.pieces.set(net, state.redraw(net));
  if (costOf(state, moved) < before) return true;
  swap(second, first);
  for (const [net, pieces] of old) if (pieces !== undefined) state.pieces.set(net, pieces);
  return false;
}

/** The tangle in which these nets take part. */
function costOf({ pieces, work }: Untangling, nets: ReadonlySet<string>): number {
  let cost = 0;
  for (const net of nets) {
    const own = pieces.get(net);
    if (own === undefined) continue;
    for (const [other, theirs] of pieces) {
      if (other === net || (nets.has(other) && other < net)) continue;
      work.left -= (own.across.length + own.down.length) * (theirs.across.length + theirs.down.length) + 1;
      cost += tangleOf(own, theirs);
    }
  }
  return cost;
}
