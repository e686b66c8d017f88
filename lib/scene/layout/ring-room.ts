// What stands around a place on an edge, and what it costs a ring to stand there.
import { groupBy } from '@/lib/base/group-by';
import type { Plan, PlanLink } from '../plan/plan';
import { type Buckets, buckets } from './buckets';
import type { Rect } from './geometry';
import type { Layout } from './layout';
import { distanceTo, distanceToRect, type Straight, straights } from './path-walk';
import type { Point } from './polyline';

const CLEAR = 12.5;
const APART = 27;

export interface Taken extends Point {
  /** Empty for the second ring of a link: nobody shares it. */
  readonly net: string;
  readonly link: PlanLink;
}

/** What runs on shared tracks counts once. */
interface Net {
  readonly net: string;
  readonly paths: ReadonlySet<string>;
}

/** Everything that a ring must keep clear of. */
export interface RingRoom {
  readonly cards: Buckets<Rect>;
  readonly lanes: Buckets<Rect>;
  readonly pieces: Buckets<{ readonly net: Net; readonly piece: Straight }>;
  readonly taken: Buckets<Taken>;
  /** By net, one ring for each place. */
  readonly places: Map<string, Taken[]>;
  readonly pathsOf: (link: PlanLink) => ReadonlySet<string>;
}

/** The drawing without a ring. Never throws. */
export function ringRoom(plan: Plan, { geometry, routes }: Layout): RingRoom {
  const cards = buckets<Rect>();
  const lanes = buckets<Rect>();
  const pieces: RingRoom['pieces'] = buckets();
  for (const rect of geometry.cards.values()) cards.add(rect, CLEAR, rect);
  for (const { x, y } of geometry.lanes) {
    const label = { x: x + 8, y: y + 6, width: 84, height: 12 };
    lanes.add(label, CLEAR, label);
  }
  for (const [name, links] of groupBy(plan.links, (link) => link.net)) {
    const net = { net: name, paths: new Set(links.flatMap((link) => link.paths)) };
    for (const link of links)
      for (const piece of straights(routes.get(link.id) ?? [])) {
        const { from, to } = piece;
        const rect = {
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        };
        pieces.add(rect, CLEAR + 2, { net, piece });
      }
  }
  const paths = new Map(plan.links.map((link) => [link, new Set(link.paths)]));
  return {
    cards,
    lanes,
    pieces,
    taken: buckets(),
    places: new Map(),
    pathsOf: (link) => paths.get(link) ?? new Set(),
  };
}

/** Puts a ring down. */
export function take(room: RingRoom, ring: Taken): void {
  room.taken.add({ x: ring.x, y: ring.y, width: 0, height: 0 }, APART, ring);
  const places = room.places.get(ring.net) ?? [];
  room.places.set(ring.net, places);
  if (!places.some((one) => one.x === ring.x && one.y === ring.y)) places.push(ring);
}

/** Whether the net of the link has a ring just here. Never throws. */
export function isOnOwn(room: RingRoom, link: PlanLink, spot: Point): boolean {
  return room.taken.near(spot).some((ring) => ring.net === link.net && isSame(ring, spot));
}

/** What all the things around a place cost a ring of this link, or so much of it as reaches `enough`; asked again and again, it
 *  remembers who is seen together. */
export function costAround(room: RingRoom, link: PlanLink): (spot: Point, enough: number) => number {
  const own = room.pathsOf(link);
  const known = new Map<Net | PlanLink, boolean>();
  const isTogether = (key: Net | PlanLink, paths: ReadonlySet<string>): boolean => {
    const found = known.get(key) ?? meet(own, paths);
    known.set(key, found);
    return found;
  };
  return (spot, enough) => {
    let cost = 0;
    for (const ring of room.taken.near(spot)) {
      cost += ringCost(ring, spot, link, () => isTogether(ring.link, room.pathsOf(ring.link)));
      if (cost >= enough) return cost;
    }
    for (const rect of room.cards.near(spot))
      if (Math.abs(rect.y + rect.height / 2 - spot.y) < 100 && distanceToRect(rect, spot) < CLEAR)
        cost += 300;
    if (cost >= enough) return cost;
    const distances = new Map<Net, number>();
    for (const { net, piece } of room.pieces.near(spot))
      if (net.net !== link.net && isNear(piece, spot))
        distances.set(net, Math.min(distances.get(net) ?? Number.POSITIVE_INFINITY, distanceTo(piece, spot)));
    for (const [net, distance] of distances) {
      if (distance >= CLEAR + 2) continue;
      const together = isTogether(net, net.paths);
      cost += distance < CLEAR - 1 ? (together ? 60 : 12) : together ? 20 : 0;
    }
    for (const label of room.lanes.near(spot)) if (distanceToRect(label, spot) < CLEAR) cost += 80;
    return cost;
  };
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const path of few) if (many.has(path)) return true;
  return false;
}

/** Whether a stretch is near enough to matter, told without a square root. */
function isNear({ from, to, turn }: Straight, { x, y }: Point): boolean {
  const reach = CLEAR + 2;
  if (turn === 'h')
    return (
      Math.abs(y - from.y) < reach && x > Math.min(from.x, to.x) - reach && x < Math.max(from.x, to.x) + reach
    );
  return (
    Math.abs(x - from.x) < reach && y > Math.min(from.y, to.y) - reach && y < Math.max(from.y, to.y) + reach
  );
}

function ringCost(ring: Taken, spot: Point, link: PlanLink, isTogether: () => boolean): number {
  const dx = ring.x - spot.x;
  const dy = ring.y - spot.y;
  if (dx * dx + dy * dy >= APART * APART) return 0;
  // Rings of one net say the same, and may lie exactly on one another.
  if (ring.net === link.net && isSame(ring, spot)) return 0;
  return isTogether() || (isAlwaysSeen(ring.link) && isAlwaysSeen(link)) ? 400 : 30;
}

/** Whether a link shows its ring also when its path is not selected. */
function isAlwaysSeen({ state, hops }: PlanLink): boolean {
  return (state !== 'works' && state !== 'neutral') || hops.some(({ judged }) => judged.sides.crossAccount);
}

function isSame(a: Point, b: Point): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < 1;
}
