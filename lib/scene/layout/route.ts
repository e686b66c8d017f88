// Finds an edge's way over the lattice: short, few bends, shared with its own net, away from others, never through a card.
import { heap } from './heap';
import type { Lattice, LatticePoint } from './lattice';

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

/** Which nets run where, so that later edges keep away from earlier ones. */
export interface Traffic {
  readonly along: Map<string, Set<string>>;
}

export function noTraffic(): Traffic {
  return { along: new Map() };
}

type Turn = 'h' | 'v';

interface Step {
  readonly point: LatticePoint;
  readonly turn: Turn | null;
  readonly cost: number;
  readonly before: Step | null;
}

/** The cheapest route, or null where there is none; records it in `traffic`. Never throws. */
export function findRoute(lattice: Lattice, request: RouteRequest, traffic: Traffic): Route | null {
  const found = search(lattice, request, traffic);
  if (found !== null || request.within === null) return found;
  return search(lattice, { ...request, within: null }, traffic);
}

function search(lattice: Lattice, request: RouteRequest, traffic: Traffic): Route | null {
  const goals = new Set(lattice.portsOf(request.to).map(keyOf));
  const queue = heap<Step>();
  for (const point of lattice.portsOf(request.from))
    queue.push(0, { point, turn: null, cost: 0, before: null });
  const done = new Set<string>();
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const key = `${keyOf(step.point)} ${step.turn ?? ''}`;
    if (done.has(key)) continue;
    done.add(key);
    if (goals.has(keyOf(step.point))) return record(request, step, traffic);
    for (const [point, turn] of movesFrom(lattice, request, step.point)) {
      const bend = step.turn !== null && step.turn !== turn ? BEND : 0;
      const cost = step.cost + bend + costOf(lattice, request, step.point, point, turn, traffic);
      queue.push(cost, { point, turn, cost, before: step });
    }
  }
  return null;
}

function keyOf(point: LatticePoint): string {
  return point.hat === undefined ? `${point.x},${point.y}` : `${point.hat}@${point.x}`;
}

function movesFrom(
  lattice: Lattice,
  request: RouteRequest,
  at: LatticePoint,
): readonly (readonly [LatticePoint, Turn])[] {
  if (at.hat !== undefined)
    return allowed(lattice, request, { x: at.x, y: at.y }) ? [[{ x: at.x, y: at.y }, 'h']] : [];
  const moves: [LatticePoint, Turn][] = [];
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    const next = { x: at.x + dx, y: at.y + dy };
    if (!allowed(lattice, request, next)) continue;
    if (request.bySide && dx === 0 && lattice.cardAt(next.x, next.y) === request.to) continue;
    moves.push([next, dx === 0 ? 'v' : 'h']);
  }
  for (const port of lattice.portsOf(request.to))
    if (port.hat !== undefined && port.x === at.x && port.y === at.y) moves.push([port, 'h']);
  return moves;
}

function allowed(lattice: Lattice, request: RouteRequest, { x, y }: LatticePoint): boolean {
  if (x < 0 || y < 0 || x >= lattice.width || y >= lattice.height || x === 1) return false;
  if (request.within !== null && (y < request.within[0] || y > request.within[1])) return false;
  if (x === 0 ? request.rackGutter === 'never' : request.rackGutter === 'only') return false;
  const card = lattice.cardAt(x, y);
  return card === undefined || card === request.to || card === request.from;
}

function costOf(
  lattice: Lattice,
  request: RouteRequest,
  from: LatticePoint,
  to: LatticePoint,
  turn: Turn,
  traffic: Traffic,
): number {
  if (from.hat !== undefined || to.hat !== undefined) return 20;
  const distance =
    Math.abs((lattice.xs[to.x] ?? 0) - (lattice.xs[from.x] ?? 0)) +
    Math.abs((lattice.ys[to.y] ?? 0) - (lattice.ys[from.y] ?? 0));
  const nets = traffic.along.get(edgeKey(from, to));
  const own = nets?.has(request.net) === true;
  const crowd = own ? 0 : (nets?.size ?? 0) * CROWD;
  const throughCell = to.x % 2 === 1 && to.y % 2 === 1 ? THROUGH_CELL : 1;
  const crossing = own ? 0 : (traffic.along.get(acrossKey(to, turn))?.size ?? 0) * CROSSING;
  return distance * throughCell * (own ? SHARED : 1) + crowd + crossing;
}

function edgeKey(a: LatticePoint, b: LatticePoint): string {
  return `${Math.min(a.x, b.x)},${Math.min(a.y, b.y)} ${a.x === b.x ? 'v' : 'h'}`;
}

function acrossKey(at: LatticePoint, turn: Turn): string {
  return `${at.x},${at.y} across ${turn === 'h' ? 'v' : 'h'}`;
}

function record(request: RouteRequest, last: Step, traffic: Traffic): Route {
  const points: LatticePoint[] = [];
  const add = (key: string): void => {
    const nets = traffic.along.get(key) ?? new Set<string>();
    traffic.along.set(key, nets.add(request.net));
  };
  for (let step: Step | null = last; step !== null; step = step.before) {
    points.unshift(step.point);
    if (step.before === null || step.turn === null) continue;
    if (step.point.hat === undefined && step.before.point.hat === undefined)
      add(edgeKey(step.before.point, step.point));
    add(`${step.point.x},${step.point.y} across ${step.turn}`);
  }
  return { request, points };
}
