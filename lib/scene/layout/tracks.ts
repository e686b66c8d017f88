// Gives parallel edges tracks of their own: edges of one net share a track, others never lie on one another.
import { groupBy } from '@/lib/base/group-by';
import { compareText } from '@/lib/base/sort';
import type { LineId, TrackUse } from './channels';
import type { Geometry } from './geometry';
import type { Segment, SegmentEnd } from './segments';
import { type Span, unionOf } from './tangle';

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

/** Tracks for every line of the lattice that carries an edge. Never throws. */
export function assignTracks(links: readonly RoutedLink[], geometry: Geometry): Tracks {
  const tracks: Tracks = new Map();
  for (const [line, nets] of stretchesByLine(links, geometry)) {
    const order = [...nets]
      .map(([net, own]) => [net, unionOf(own)] as const)
      .sort(([a, x], [b, y]) => lowest(x) - lowest(y) || compareText(a, b));
    const rows: { nets: string[]; stretches: Span[] }[] = [];
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
  const ofNet = new Map<string, NetSeen>();
  for (const [net, own] of groupBy(links, (link) => link.net))
    ofNet.set(net, {
      overBroad: own.some((link) => link.overBroad),
      paths: new Set(own.flatMap((link) => link.paths)),
    });
  return new Map(
    [...tracks].map(([line, rows]) => [line, { count: rows.length, pitch: pitchOf(rows, ofNet) }]),
  );
}

interface NetSeen {
  readonly overBroad: boolean;
  readonly paths: ReadonlySet<string>;
}

function pitchOf(rows: readonly (readonly string[])[], ofNet: ReadonlyMap<string, NetSeen>): number {
  const nets = rows.map((row) => row.flatMap((net) => ofNet.get(net) ?? []));
  if (nets.some((row) => row.some((net) => net.overBroad))) return APART_PX;
  if (rows.length < 2) return CLOSE_PX;
  const seen = new Set<string>();
  for (const row of nets) {
    const paths = new Set(row.flatMap((net) => [...net.paths]));
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
): ReadonlyMap<LineId, ReadonlyMap<string, readonly Span[]>> {
  const lines = new Map<LineId, Map<string, Span[]>>();
  for (const link of links)
    for (const segment of link.segments) {
      const nets = lines.get(segment.line) ?? new Map<string, Span[]>();
      lines.set(segment.line, nets);
      const a = reachOf(segment.from, geometry);
      const b = reachOf(segment.to, geometry);
      const stretch = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
      const own = nets.get(link.net);
      if (own === undefined) nets.set(link.net, [stretch]);
      else own.push(stretch);
    }
  return lines;
}

/** Where a stretch may end: anywhere among the tracks of the line that it meets. */
function reachOf(end: SegmentEnd, geometry: Geometry): Span {
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

function at(px: number): Span {
  return { low: px, high: px };
}

function tracksOf(line: LineId, nominal: number, geometry: Geometry): Span {
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

function lowest(stretches: readonly Span[]): number {
  return stretches[0]?.low ?? 0;
}

function touch(a: Span, b: Span): boolean {
  return a.low <= b.high + 4 && b.low <= a.high + 4;
}
