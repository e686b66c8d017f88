// Where on its edge a ring stands: at the border of the account that owns the resource, where there is room.
import type { Plan, PlanLink } from '../plan/plan';
import type { Layout } from './layout';
import {
  borderCrossings,
  distanceTo,
  distanceToRect,
  lengthOf,
  pointAt,
  type Straight,
  straights,
} from './path-walk';
import type { Point } from './polyline';

export interface Spot extends Point {
  /** Distance from the start of the edge, px. */
  readonly at: number;
  /** The way the edge goes here. */
  readonly dx: number;
  readonly dy: number;
}

export const RING_RADIUS = 10;
const CLEAR = 12.5;
const APART = 27;
const NEAR_WISH = 80;
const SAME_PLACE = 150;

interface Taken extends Point {
  readonly net: string;
  readonly link: PlanLink;
}

/** A spot for every hop that one path can have on a link: two where an action both reads and writes. Never throws. */
export function placeRings(plan: Plan, layout: Layout): ReadonlyMap<string, readonly Spot[]> {
  const spots = new Map<string, readonly Spot[]>();
  const taken: Taken[] = [];
  const nets = netsOf(plan, layout);
  for (const link of plan.links) {
    const points = layout.routes.get(link.id);
    if (points === undefined || link.hops.length === 0) continue;
    const near = nets.filter((one) => one.net !== link.net);
    const wanted = Math.max(...link.paths.map((path) => link.hops.filter((hop) => hop.path === path).length));
    const found: Spot[] = [];
    for (let n = 0; n < wanted; n += 1) {
      const spot = bestSpot(link, points, layout, near, taken);
      taken.push({ x: spot.x, y: spot.y, net: n === 0 ? link.net : '', link });
      found.push(spot);
    }
    spots.set(
      link.id,
      found.sort((a, b) => a.at - b.at),
    );
  }
  return spots;
}

/** What runs on shared tracks counts once. */
interface Net {
  readonly net: string;
  readonly pieces: readonly Straight[];
  readonly paths: ReadonlySet<string>;
}

function netsOf(plan: Plan, layout: Layout): readonly Net[] {
  return [...new Set(plan.links.map((link) => link.net))].map((net) => {
    const links = plan.links.filter((link) => link.net === net);
    return {
      net,
      pieces: links.flatMap((link) => straights(layout.routes.get(link.id) ?? [])),
      paths: new Set(links.flatMap((link) => link.paths)),
    };
  });
}

function bestSpot(
  link: PlanLink,
  points: readonly Point[],
  layout: Layout,
  others: readonly Net[],
  taken: readonly Taken[],
): Spot {
  const wish = wishOf(link, points, layout);
  const total = lengthOf(points);
  const paths = new Set(link.paths);
  let best: Spot | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Nearest to the wish first: as soon as distance alone costs more than the best, nothing better can follow.
  const near = (one: { readonly at: number }): number => Math.abs(one.at - wish);
  const all = [...candidates(points, wish), ...onTrunk(points, taken, link.net, wish)];
  for (const { at, tight } of all.sort((a, b) => near(a) - near(b))) {
    if (near({ at }) * 0.5 - SAME_PLACE >= least) break;
    let cost = near({ at }) * 0.5 + (tight ? 60 : 0) + roomCost(link, at, total);
    if (cost - SAME_PLACE >= least) continue;
    const spot = { at, ...pointAt(points, at) };
    for (const ring of taken) cost += ringCost(ring, spot, link);
    if (Math.abs(at - wish) < NEAR_WISH && taken.some((ring) => ring.net === link.net && isSame(ring, spot)))
      cost -= SAME_PLACE;
    for (const rect of layout.geometry.cards.values())
      if (Math.abs(rect.y + rect.height / 2 - spot.y) < 100 && distanceToRect(rect, spot) < CLEAR)
        cost += 300;
    for (const other of others) cost += netCost(other, spot, paths);
    for (const lane of layout.geometry.lanes)
      if (distanceToRect({ x: lane.x + 8, y: lane.y + 6, width: 84, height: 12 }, spot) < CLEAR) cost += 80;
    if (cost < least) {
      least = cost;
      best = spot;
    }
  }
  return best ?? { at: total / 2, ...pointAt(points, total / 2) };
}

/** What it costs to stand on or beside other edges: more where both are seen at the same time. */
function netCost(other: Net, spot: Spot, paths: ReadonlySet<string>): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const piece of other.pieces)
    if (isNear(piece, spot)) distance = Math.min(distance, distanceTo(piece, spot));
  if (distance >= CLEAR + 2) return 0;
  const together = [...paths].some((path) => other.paths.has(path));
  return distance < CLEAR - 1 ? (together ? 60 : 12) : together ? 20 : 0;
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

function ringCost(ring: Taken, spot: Spot, link: PlanLink): number {
  const distance = Math.hypot(ring.x - spot.x, ring.y - spot.y);
  if (distance >= APART) return 0;
  // Rings of one net say the same, and may lie exactly on one another.
  if (ring.net === link.net && isSame(ring, spot)) return 0;
  const together = ring.link.paths.some((path) => link.paths.includes(path));
  return together || (isAlwaysSeen(ring.link) && isAlwaysSeen(link)) ? 400 : 30;
}

/** Whether a link shows its ring also when its path is not selected. */
function isAlwaysSeen({ state, hops }: PlanLink): boolean {
  return (state !== 'works' && state !== 'neutral') || hops.some(({ judged }) => judged.sides.crossAccount);
}

function isSame(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 1;
}

/** Places on this edge where its net has a ring already. */
function onTrunk(points: readonly Point[], taken: readonly Taken[], net: string, wish: number) {
  return taken
    .filter((ring) => ring.net === net)
    .flatMap((ring) =>
      straights(points)
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

function candidates(
  points: readonly Point[],
  wish: number,
): readonly { readonly at: number; readonly tight: boolean }[] {
  return straights(points).flatMap(({ start, end }) => {
    const low = start + 16;
    const high = end - 16;
    if (low > high) return [{ at: (start + end) / 2, tight: true }];
    const list = [];
    for (let at = low; at <= high; at += 4) list.push({ at, tight: false });
    if (wish > low && wish < high) list.push({ at: wish, tight: false });
    return list;
  });
}
