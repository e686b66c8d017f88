// Where on its edge a ring stands: at the border of the account that owns the resource, where there is room.
import { groupBy } from '@/lib/base/group-by';
import type { Plan, PlanLink } from '../plan/plan';
import type { Layout } from './layout';
import { borderCrossings, distanceTo, lengthOf, pointAt, straights } from './path-walk';
import type { Point } from './polyline';
import { costAround, isOnOwn, type RingRoom, ringRoom, take } from './ring-room';

export interface Spot extends Point {
  /** Distance from the start of the edge, px. */
  readonly at: number;
  /** The way the edge goes here. */
  readonly dx: number;
  readonly dy: number;
}

export const RING_RADIUS = 10;
const NEAR_WISH = 80;
const SAME_PLACE = 150;
/** How far from its wish a ring looks first, px, and how many times as far next. */
const FIRST_REACH = 300;
const FURTHER = 4;

/** A spot for every hop that one path can have on a link: two where an action both reads and writes. Never throws. */
export function placeRings(plan: Plan, layout: Layout): ReadonlyMap<string, readonly Spot[]> {
  const spots = new Map<string, readonly Spot[]>();
  const room = ringRoom(plan, layout);
  for (const link of plan.links) {
    const points = layout.routes.get(link.id);
    if (points === undefined || link.hops.length === 0) continue;
    const hopsOf = groupBy(link.hops, (hop) => hop.path);
    const wanted = Math.max(...link.paths.map((path) => hopsOf.get(path)?.length ?? 0));
    const around = costAround(room, link);
    const found: Spot[] = [];
    for (let n = 0; n < wanted; n += 1) {
      const spot = bestSpot(link, points, layout, room, around);
      take(room, { x: spot.x, y: spot.y, net: n === 0 ? link.net : '', link });
      found.push(spot);
    }
    spots.set(
      link.id,
      found.sort((a, b) => a.at - b.at),
    );
  }
  return spots;
}

function bestSpot(
  link: PlanLink,
  points: readonly Point[],
  layout: Layout,
  room: RingRoom,
  around: (spot: Point, enough: number) => number,
): Spot {
  const wish = wishOf(link, points, layout);
  const total = lengthOf(points);
  let best: Spot | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Nearest to the wish first: as soon as distance alone costs more than the best, nothing better can follow.
  const near = (one: { readonly at: number }): number => Math.abs(one.at - wish);
  for (let from = 0, to = FIRST_REACH; from <= total; from = to, to *= FURTHER) {
    if (from * 0.5 - SAME_PLACE >= least) break;
    const all = [
      ...candidates(points, wish, from, to),
      ...(from === 0 ? onTrunk(points, room, link.net, wish) : []),
    ];
    for (const { at, tight } of all.sort((a, b) => near(a) - near(b))) {
      if (near({ at }) * 0.5 - SAME_PLACE >= least) break;
      let cost = near({ at }) * 0.5 + (tight ? 60 : 0) + roomCost(link, at, total);
      if (cost - SAME_PLACE >= least) continue;
      const spot = { at, ...pointAt(points, at) };
      cost += around(spot, least - cost + SAME_PLACE);
      if (near({ at }) < NEAR_WISH && isOnOwn(room, link, spot)) cost -= SAME_PLACE;
      if (cost < least) {
        least = cost;
        best = spot;
      }
    }
  }
  return best ?? { at: total / 2, ...pointAt(points, total / 2) };
}

/** Places on this edge where its net has a ring already. */
function onTrunk(points: readonly Point[], room: RingRoom, net: string, wish: number) {
  const pieces = straights(points);
  return (room.places.get(net) ?? [])
    .flatMap((ring) =>
      pieces
        .filter((piece) => distanceTo(piece, ring) < 0.5)
        .map((piece) => piece.start + Math.abs(ring.x - piece.from.x) + Math.abs(ring.y - piece.from.y)),
    )
    .filter((at) => Math.abs(at - wish) < NEAR_WISH)
    .map((at) => ({ at, tight: false }));
}

/** A half in which something fails needs room for the gap and its cross. */
function roomCost(link: PlanLink, at: number, total: number): number {
  const sides = link.hops.find(({ judged }) => judged.state === link.state)?.judged.sides;
  const nearFails = sides?.crossAccount === true && sides.principal === 'broken';
  const farFails = link.state === 'broken' && (sides?.crossAccount !== true || sides.resource === 'broken');
  return (nearFails && at < 60 ? 150 : 0) + (farFails && total - at < 60 ? 150 : 0);
}

function wishOf(link: PlanLink, points: readonly Point[], layout: Layout): number {
  const sides = link.hops[0]?.judged.sides;
  const owner = sides?.crossAccount === true ? sides.resourceAccount : null;
  const frame = owner === null || owner === undefined ? undefined : layout.geometry.frames.get(owner);
  const crossing = frame === undefined ? undefined : borderCrossings(points, frame).at(-1);
  if (crossing !== undefined) return crossing;
  const longest = [...straights(points)].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return longest === undefined ? 0 : (longest.start + longest.end) / 2;
}

interface Candidate {
  readonly at: number;
  readonly tight: boolean;
}

const STEP_PX = 4;

/** Places on an edge at least `from` and less than `to` px from the wish. */
function candidates(points: readonly Point[], wish: number, from: number, to: number): readonly Candidate[] {
  const isMeant = (at: number): boolean => Math.abs(at - wish) >= from && Math.abs(at - wish) < to;
  return straights(points).flatMap(({ start, end }) => {
    const low = start + 16;
    const high = end - 16;
    if (low > high) {
      const at = (start + end) / 2;
      return isMeant(at) ? [{ at, tight: true }] : [];
    }
    const list: Candidate[] = [];
    const first = low + STEP_PX * Math.max(0, Math.floor((wish - to - low) / STEP_PX));
    for (let at = first; at <= Math.min(high, wish + to); at += STEP_PX)
      if (isMeant(at)) list.push({ at, tight: false });
    if (from === 0 && wish > low && wish < high) list.push({ at: wish, tight: false });
    return list;
  });
}
