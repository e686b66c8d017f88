// Finds an edge's way over the lattice: short, few bends, shared with its own net, away from others, never through a card.
import { type Heap, heap } from './heap';
import type { Lattice, LatticePoint } from './lattice';
import { count, noTraffic, type OwnTraffic, type Traffic } from './traffic';

export interface RouteRequest {
  readonly id: string;
  readonly net: string;
  readonly from: string;
  readonly to: string;
  /** The gutter beside the racks carries nothing but hats put on from hat to hat. */
  readonly rackGutter: 'only' | 'allowed' | 'never';
  /** The y indices between which it stays if it can: what happens inside one account is drawn inside it. */
  readonly within: readonly [number, number] | null;
  /** Comes to the card from its left or right: the tab with the hat is on top. */
  readonly bySide: boolean;
}

export interface Route {
  readonly request: RouteRequest;
  readonly points: readonly LatticePoint[];
}

const BEND = 44;
const THROUGH_CELL = 1.25;
const SHARED = 0.3;
const CROWD = 14;
const CROSSING = 16;
const TO_HAT = 20;

const H = 0;
const V = 1;
/** A place in the search is a point and the way by which it was reached; the first one was reached by none. */
const NO_TURN = 2;
const TURNS = 3;

/** Finds routes one after another; each keeps away from those before it. Null where there is no way. Never throws. */
export function router(lattice: Lattice): (request: RouteRequest) => Route | null {
  const points = lattice.width * lattice.height;
  // Behind the points of the lattice two ports for each end of the edge that is a hat.
  const places = (points + 4) * TURNS;
  const search: Search = {
    lattice,
    points,
    traffic: noTraffic(lattice),
    queue: heap(),
    round: 0,
    seenIn: new Int32Array(places),
    doneIn: new Int32Array(places),
    cost: new Float64Array(places),
    before: new Int32Array(places),
  };
  return (request) => {
    const found = cheapest(search, request);
    if (found !== null || request.within === null) return found;
    return cheapest(search, { ...request, within: null });
  };
}

interface Search {
  readonly lattice: Lattice;
  readonly points: number;
  readonly traffic: Traffic;
  readonly queue: Heap;
  /** What was noted in an earlier round does not count. */
  round: number;
  readonly seenIn: Int32Array;
  readonly doneIn: Int32Array;
  readonly cost: Float64Array;
  readonly before: Int32Array;
}

/** One edge's search: its ends, and what its own net has drawn already. */
interface Errand {
  readonly request: RouteRequest;
  readonly own: OwnTraffic;
  readonly from: readonly LatticePoint[];
  readonly to: readonly LatticePoint[];
  /** The least that a px can cost. */
  readonly least: number;
}

function cheapest(search: Search, request: RouteRequest): Route | null {
  const { lattice, points, queue } = search;
  const own = search.traffic.own(request.net);
  const errand: Errand = {
    request,
    own,
    from: lattice.portsOf(request.from),
    to: lattice.portsOf(request.to),
    least: own.along.size > 0 ? SHARED : 1,
  };
  search.round += 1;
  queue.clear();
  errand.from.forEach((port, index) => {
    const at = port.hat === undefined ? port.y * lattice.width + port.x : points + index;
    reach(search, errand, at * TURNS + NO_TURN, 0, -1);
  });
  for (let place = queue.pop(); place >= 0; place = queue.pop()) {
    if (search.doneIn[place] === search.round) continue;
    search.doneIn[place] = search.round;
    if (isGoal(search, errand, Math.floor(place / TURNS))) return record(search, errand, place);
    leave(search, errand, place);
  }
  return null;
}

/** Notes that a place can be reached at this cost, if that is less than before. */
function reach(search: Search, errand: Errand, place: number, cost: number, before: number): void {
  if (search.seenIn[place] === search.round && (search.cost[place] ?? 0) <= cost) return;
  search.seenIn[place] = search.round;
  search.cost[place] = cost;
  search.before[place] = before;
  search.queue.push(cost + ahead(search, errand, place), place);
}

/** INVARIANT (never too much): what the rest of the way costs at the least; only then the first way found is the cheapest. */
function ahead({ lattice, points }: Search, { to, least }: Errand, place: number): number {
  const at = Math.floor(place / TURNS);
  const turn = place % TURNS;
  if (at >= points) return 0;
  const x = at % lattice.width;
  const y = (at - x) / lattice.width;
  let most = Number.POSITIVE_INFINITY;
  for (const goal of to) {
    const dx = Math.abs((lattice.xs[goal.x] ?? 0) - (lattice.xs[x] ?? 0));
    const dy = Math.abs((lattice.ys[goal.y] ?? 0) - (lattice.ys[y] ?? 0));
    const bends = (dx > 0 && dy > 0) || (dx > 0 && turn === V) || (dy > 0 && turn === H) ? BEND : 0;
    most = Math.min(most, (dx + dy) * least + bends + (goal.hat === undefined ? 0 : TO_HAT));
  }
  return most;
}

function isGoal({ lattice, points }: Search, { from, to }: Errand, at: number): boolean {
  if (at >= points) return at >= points + from.length;
  return to.some((goal) => goal.hat === undefined && goal.y * lattice.width + goal.x === at);
}

const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** All the next steps from a place. */
function leave(search: Search, errand: Errand, place: number): void {
  const { lattice, points } = search;
  const { request, from, to } = errand;
  const at = Math.floor(place / TURNS);
  const turn = place % TURNS;
  const cost = search.cost[place] ?? 0;
  if (at >= points) {
    const port = from[at - points];
    if (port === undefined || !isAllowed(lattice, request, port.x, port.y)) return;
    reach(search, errand, (port.y * lattice.width + port.x) * TURNS + H, cost + TO_HAT, place);
    return;
  }
  const x = at % lattice.width;
  const y = (at - x) / lattice.width;
  for (const [dx, dy] of WAYS) {
    if (!isAllowed(lattice, request, x + dx, y + dy)) continue;
    if (request.bySide && dx === 0 && lattice.cardAt(x, y + dy) === request.to) continue;
    const way = dx === 0 ? V : H;
    const bend = turn !== NO_TURN && turn !== way ? BEND : 0;
    const next = at + dx + dy * lattice.width;
    reach(search, errand, next * TURNS + way, cost + bend + stepCost(search, errand, at, next, way), place);
  }
  to.forEach((port, index) => {
    if (port.hat === undefined || port.x !== x || port.y !== y) return;
    const bend = turn === V ? BEND : 0;
    reach(search, errand, (points + from.length + index) * TURNS + H, cost + bend + TO_HAT, place);
  });
}

function isAllowed(lattice: Lattice, request: RouteRequest, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= lattice.width || y >= lattice.height || x === 1) return false;
  if (request.within !== null && (y < request.within[0] || y > request.within[1])) return false;
  if (x === 0 ? request.rackGutter === 'never' : request.rackGutter === 'only') return false;
  const card = lattice.cardAt(x, y);
  return card === undefined || card === request.to || card === request.from;
}

function stepCost({ lattice, traffic }: Search, { own }: Errand, from: number, to: number, way: number) {
  const { width, xs, ys } = lattice;
  const x = to % width;
  const y = (to - x) / width;
  const distance =
    way === H
      ? Math.abs((xs[x] ?? 0) - (xs[from % width] ?? 0))
      : Math.abs((ys[y] ?? 0) - (ys[(from - x) / width] ?? 0));
  const edge = 2 * Math.min(from, to) + way;
  const throughCell = x % 2 === 1 && y % 2 === 1 ? THROUGH_CELL : 1;
  if (own.along.has(edge)) return distance * throughCell * SHARED;
  const crowd = (traffic.along[edge] ?? 0) * CROWD;
  return distance * throughCell + crowd + (traffic.across[2 * to + (1 - way)] ?? 0) * CROSSING;
}

function record(search: Search, { request, own, from, to }: Errand, last: number): Route {
  const { lattice, points, traffic, before } = search;
  const list: LatticePoint[] = [];
  for (let place = last; place >= 0; ) {
    const at = Math.floor(place / TURNS);
    const turn = place % TURNS;
    const previous = before[place] ?? -1;
    if (at >= points) {
      const port = from[at - points] ?? to[at - points - from.length];
      if (port !== undefined) list.push(port);
      if (port !== undefined && turn !== NO_TURN)
        count(traffic.across, own.across, 2 * (port.y * lattice.width + port.x) + turn);
    } else {
      list.push({ x: at % lattice.width, y: Math.floor(at / lattice.width) });
      if (turn !== NO_TURN) count(traffic.across, own.across, 2 * at + turn);
      const origin = Math.floor(previous / TURNS);
      if (turn !== NO_TURN && origin < points)
        count(traffic.along, own.along, 2 * Math.min(at, origin) + turn);
    }
    place = previous;
  }
  return { request, points: list.reverse() };
}
