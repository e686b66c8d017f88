// Changes the order of parallel tracks as long as that takes crossings away.
import type { TrackUses } from './channels';
import type { Geometry } from './geometry';
import { type Point, polyline, positions } from './polyline';
import type { RoutedLink, Tracks } from './tracks';

/** Segment pairs that may be compared in all, so that a huge pipeline costs no more than a second. */
const BUDGET = 60_000_000;
const OVERLAP = 40;

/** The tracks in the best order found; the same for the same input. Never throws. */
export function untangle(
  links: readonly RoutedLink[],
  tracks: Tracks,
  uses: TrackUses,
  geometry: Geometry,
): Tracks {
  let best = tracks;
  let cost = tangle(links, best, uses, geometry);
  const segments = links.reduce((sum, link) => sum + link.segments.length, 0);
  let left = Math.floor(BUDGET / Math.max(1, segments * segments));
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const [line, rows] of tracks) {
      for (let a = 0; a < rows.length; a += 1)
        for (let b = a + 1; b < rows.length && left > 0; b += 1) {
          const swapped = swap(best, line, a, b);
          const next = tangle(links, swapped, uses, geometry);
          left -= 1;
          if (next >= cost) continue;
          best = swapped;
          cost = next;
          improved = true;
        }
    }
  }
  return best;
}

function swap(tracks: Tracks, line: string, a: number, b: number): Tracks {
  const rows = [...(tracks.get(line) ?? [])];
  const first = rows[a];
  const second = rows[b];
  if (first !== undefined && second !== undefined) {
    rows[a] = second;
    rows[b] = first;
  }
  return new Map(tracks).set(line, rows);
}

interface Piece {
  readonly net: string;
  /** The fixed coordinate, and the stretch along the other. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Crossings between edges of two nets; lying on one another counts many times. */
function tangle(links: readonly RoutedLink[], tracks: Tracks, uses: TrackUses, geometry: Geometry): number {
  const at = positions(tracks, uses, geometry);
  const across: Piece[] = [];
  const down: Piece[] = [];
  for (const link of links) collect(link.net, polyline(link, at, geometry), across, down);
  let cost = 0;
  for (const h of across)
    for (const v of down)
      if (h.net !== v.net && v.at > h.low && v.at < h.high && h.at > v.low && h.at < v.high) cost += 1;
  return cost + overlaps(across) + overlaps(down);
}

function collect(net: string, points: readonly Point[], across: Piece[], down: Piece[]): void {
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1];
    const b = points[i];
    if (a === undefined || b === undefined) continue;
    if (a.y === b.y) across.push({ net, at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) });
    else down.push({ net, at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) });
  }
}

function overlaps(pieces: readonly Piece[]): number {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.low - b.low);
  let cost = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j];
      if (b === undefined || b.at !== a.at || b.low >= a.high) break;
      if (a.net !== b.net) cost += OVERLAP;
    }
  }
  return cost;
}
