// Changes the order of parallel tracks as long as that takes crossings away.
//
// Two tracks of a line cross only where a net of one turns off across the other. So what an order costs is a sum over pairs of tracks,
// told by what happens on this line alone: each line is put in order by itself, until none gets better.
import type { LineId, TrackUses } from './channels';
import type { Geometry } from './geometry';
import { betterOrder } from './order-tracks';
import { type PositionOf, sideOf, trackPx } from './polyline';
import type { Segment, SegmentEnd } from './segments';
import { tangleOf, trackOf } from './tangle';
import type { RoutedLink, Tracks } from './tracks';

/** Each round takes crossings away, the first ones nearly all that ever go. */
const MOST_ROUNDS = 8;

/** Where every net runs on every line, in the best order found; the same for the same input. Never throws. */
export function untangle(
  links: readonly RoutedLink[],
  tracks: Tracks,
  uses: TrackUses,
  geometry: Geometry,
): PositionOf {
  const px = new Map<LineId, Map<string, number>>();
  const order = new Map<LineId, readonly (readonly string[])[]>(tracks);
  const at: PositionOf = (line, net) => px.get(line)?.get(net) ?? 0;
  const put = (line: LineId, rows: readonly (readonly string[])[]): void => {
    const own = new Map<string, number>();
    rows.forEach((row, index) => {
      for (const net of row) own.set(net, trackPx(line, index, rows.length, uses, geometry));
    });
    px.set(line, own);
    order.set(line, rows);
  };
  for (const [line, rows] of tracks) put(line, rows);
  const users = usersOf(links);
  for (let round = 0, improved = true; improved && round < MOST_ROUNDS; round += 1) {
    improved = false;
    for (const [line, rows] of order) {
      if (rows.length < 2) continue;
      const better = inOrder(line, rows, users.get(line) ?? [], at, geometry);
      if (better === null) continue;
      put(line, better);
      improved = true;
    }
  }
  return at;
}

/** A piece of an edge on a line, with what comes before and after it. */
interface User {
  readonly link: RoutedLink;
  readonly index: number;
}

function usersOf(links: readonly RoutedLink[]): ReadonlyMap<LineId, readonly User[]> {
  const users = new Map<LineId, User[]>();
  for (const link of links)
    link.segments.forEach(({ line }, index) => {
      const list = users.get(line);
      if (list === undefined) users.set(line, [{ link, index }]);
      else list.push({ link, index });
    });
  return users;
}

/** The tracks of a line in a better order, or null where there is none. */
function inOrder(
  line: LineId,
  rows: readonly (readonly string[])[],
  users: readonly User[],
  at: PositionOf,
  geometry: Geometry,
): readonly (readonly string[])[] | null {
  const nets = new Map<string, { spans: { low: number; high: number }[]; less: number[]; more: number[] }>();
  for (const { link, index } of users) {
    const net = nets.get(link.net) ?? { spans: [], less: [], more: [] };
    nets.set(link.net, net);
    const level = at(line, link.net);
    const ends = [-1, 1].map((step) => endOf(link, index, step, at, geometry));
    net.spans.push({
      low: Math.min(...ends.map((end) => end.along)),
      high: Math.max(...ends.map((end) => end.along)),
    });
    for (const { along, leads } of ends) {
      if (leads === null || leads === level) continue;
      (leads < level ? net.less : net.more).push(along);
    }
  }
  const all = rows.map((row) => trackOf(row.flatMap((net) => nets.get(net) ?? [])));
  // Inside a column tracks are counted from the right.
  const first = at(line, rows[0]?.[0] ?? '');
  const isDown = at(line, rows.at(-1)?.[0] ?? '') < first;
  const size = rows.length;
  const of = new Float64Array(size * size);
  all.forEach((one, i) => {
    all.forEach((other, j) => {
      if (i !== j) of[i * size + j] = isDown ? tangleOf(other, one) : tangleOf(one, other);
    });
  });
  return betterOrder({ size, of })?.map((index) => rows[index] ?? []) ?? null;
}

/** Where a piece ends along its line, and to which level across it the edge goes on from there; null where it ends at a card. */
function endOf(
  { segments, net }: RoutedLink,
  index: number,
  step: number,
  at: PositionOf,
  geometry: Geometry,
): { readonly along: number; readonly leads: number | null } {
  const next = segments[index + step];
  const end = side(segments[index], step);
  if (next === undefined) return { along: pxOf(end, geometry), leads: null };
  const after = segments[index + 2 * step];
  return {
    along: at(next.line, net),
    leads: after === undefined ? pxOf(side(next, step), geometry) : at(after.line, net),
  };
}

function side(segment: Segment | undefined, step: number): SegmentEnd | undefined {
  return step < 0 ? segment?.from : segment?.to;
}

function pxOf(end: SegmentEnd | undefined, geometry: Geometry): number {
  if (end === undefined) return 0;
  return end.kind === 'card' ? sideOf(end, geometry) : end.nominal;
}
