// Gives parallel edges tracks of their own: edges of one net share a track, others never lie on one another.
import { compareText } from '@/lib/base/sort';
import type { LineId, TrackUse } from './channels';
import type { Geometry } from './geometry';
import type { Segment, SegmentEnd } from './segments';

export interface RoutedLink {
  readonly id: string;
  readonly net: string;
  readonly paths: readonly string[];
  readonly overBroad: boolean;
  readonly segments: readonly Segment[];
}

/** The nets on each track of a line, in order; the order may be changed, who shares a track may not. */
export type Tracks = Map<LineId, (readonly string[])[]>;

const CLOSE_PX = 8;
/** Wide enough for a ring or a band beside a line of the same path. */
const APART_PX = 12;

interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** Tracks for every line of the lattice that carries an edge. Never throws. */
export function assignTracks(links: readonly RoutedLink[], geometry: Geometry): Tracks {
  const tracks: Tracks = new Map();
  for (const [line, nets] of stretchesByLine(links, geometry)) {
    const order = [...nets].sort(([a, x], [b, y]) => lowest(x) - lowest(y) || compareText(a, b));
    const rows: { nets: string[]; stretches: Stretch[] }[] = [];
    for (const [net, stretches] of order) {
      const free = rows.find(
        (row) => !row.stretches.some((one) => stretches.some((other) => touch(one, other))),
      );
      const row = free ?? { nets: [], stretches: [] };
      if (free === undefined) rows.push(row);
      row.nets.push(net);
      row.stretches.push(...stretches);
    }
    tracks.set(
      line,
      rows.map((row) => row.nets),
    );
  }
  return tracks;
}

/** How much room the tracks ask for. Never throws. */
export function usesOf(tracks: Tracks, links: readonly RoutedLink[]): ReadonlyMap<LineId, TrackUse> {
  const ofNet = new Map<string, RoutedLink[]>();
  for (const link of links) ofNet.set(link.net, [...(ofNet.get(link.net) ?? []), link]);
  return new Map(
    [...tracks].map(([line, rows]) => [line, { count: rows.length, pitch: pitchOf(rows, ofNet) }]),
  );
}

function pitchOf(
  rows: readonly (readonly string[])[],
  ofNet: ReadonlyMap<string, readonly RoutedLink[]>,
): number {
  const links = rows.map((nets) => nets.flatMap((net) => ofNet.get(net) ?? []));
  if (links.some((row) => row.some((link) => link.overBroad))) return APART_PX;
  const seen = new Set<string>();
  for (const row of links) {
    const paths = new Set(row.flatMap((link) => link.paths));
    for (const path of paths) {
      if (seen.has(path)) return APART_PX;
      seen.add(path);
    }
  }
  return CLOSE_PX;
}

function stretchesByLine(
  links: readonly RoutedLink[],
  geometry: Geometry,
): ReadonlyMap<LineId, ReadonlyMap<string, readonly Stretch[]>> {
  const lines = new Map<LineId, Map<string, Stretch[]>>();
  for (const link of links)
    for (const segment of link.segments) {
      const nets = lines.get(segment.line) ?? new Map<string, Stretch[]>();
      lines.set(segment.line, nets);
      const a = reachOf(segment.from, geometry);
      const b = reachOf(segment.to, geometry);
      const stretch = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
      nets.set(link.net, [...(nets.get(link.net) ?? []), stretch]);
    }
  return lines;
}

/** Where a stretch may end: anywhere among the tracks of the line that it meets. */
function reachOf(end: SegmentEnd, geometry: Geometry): Stretch {
  if (end.kind === 'line') return tracksOf(end.line, end.nominal, geometry);
  const rect = geometry.cards.get(end.card) ?? { x: 0, y: 0, width: 0, height: 0 };
  switch (end.side) {
    case 'left':
      return at(rect.x);
    case 'right':
      return at(rect.x + rect.width);
    case 'top':
      return at(rect.y);
    case 'bottom':
      return at(rect.y + rect.height);
  }
}

function at(px: number): Stretch {
  return { low: px, high: px };
}

function tracksOf(line: LineId, nominal: number, geometry: Geometry): Stretch {
  if (line.startsWith('p')) {
    const hat = geometry.cards.get(line.slice(1));
    return hat === undefined ? at(nominal) : { low: hat.y + 8, high: hat.y + hat.height - 8 };
  }
  const index = Number(line.slice(1));
  const extent = (line.startsWith('x') ? geometry.x : geometry.y)[index];
  if (extent === undefined) return at(nominal);
  // Inside a column edges run at its right; inside a row around its middle.
  if (index % 2 === 1) return at(line.startsWith('x') ? extent.to - 20 : (extent.from + extent.to) / 2);
  return { low: extent.from, high: extent.to };
}

function lowest(stretches: readonly Stretch[]): number {
  return Math.min(...stretches.map((one) => one.low));
}

function touch(a: Stretch, b: Stretch): boolean {
  return a.low <= b.high + 4 && b.low <= a.high + 4;
}
