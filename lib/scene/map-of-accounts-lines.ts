// The lines of the map: one for each pair of accounts, as wide as many pipelines take it, in the stroke of its worst state.
import { round } from './draw/ink';
import { lineStroke } from './draw/state-style';
import { HUBS, type MapLayout, type Placed, STRANGERS } from './map-of-accounts-layout';
import type { MapReach } from './map-of-accounts-model';
import type { Primitive } from './scene';

export interface DrawnReach {
  readonly reach: MapReach;
  readonly parts: readonly Primitive[];
  readonly ends: readonly [Point, Point];
  /** Points along the line where a count may stand, best first. */
  readonly places: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every line, in painting order: the quiet ones first. Never throws. */
export function drawReaches(layout: MapLayout): readonly DrawnReach[] {
  const cards = new Map(layout.cards.map((card) => [card.account.id, card]));
  const hubs = layout.cards.filter(({ account }) => isMiddle(account.kind, account.id));
  const floor = Math.max(...hubs.map((card) => card.y + card.height), layout.height / 2);
  const reaches = layout.reaches.filter(({ from, to }) => cards.has(from) && cards.has(to));
  const lanes = [...new Set(reaches.filter((one) => passesBy(one, cards)).map((one) => one.from))];
  // Between many lines a cross would lie on its neighbours; the pill on the line shows the same mark.
  const isDense = layout.cards.some((card) => card.isSmall);
  const ports = portsOf(reaches, cards);
  const drawn = reaches.map((reach): DrawnReach => {
    const [start, end] = ports.get(reach) ?? [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ];
    const lane = lanes.indexOf(reach.from);
    const curve =
      lane >= 0 && passesBy(reach, cards)
        ? byLane(start, end, Math.min(floor + 18 + lane * 10, layout.height - 8), hubs)
        : isSide(reach, cards)
          ? aside(start, end)
          : direct(start, end);
    return {
      reach,
      parts: strokes(curve.d, isDense ? null : curve.middle, reach),
      ends: [start, end],
      places: curve.places,
    };
  });
  return drawn.sort((a, b) => rank(a.reach) - rank(b.reach));
}

function isMiddle(kind: string, id: string): boolean {
  return kind === 'hub' || id === HUBS.id;
}

/** From a stranger to an account that stands behind the pipeline accounts. */
function passesBy({ from, to }: MapReach, cards: ReadonlyMap<string, Placed>): boolean {
  const target = cards.get(to)?.account;
  const source = cards.get(from)?.account;
  return (
    source !== undefined &&
    target !== undefined &&
    (source.kind === 'ci' || source.kind === 'outside' || source.id === STRANGERS.id) &&
    !isMiddle(target.kind, target.id)
  );
}

/** Between two cards of one column. */
function isSide({ from, to }: MapReach, cards: ReadonlyMap<string, Placed>): boolean {
  return cards.get(from)?.x === cards.get(to)?.x;
}

/** Where each line leaves and arrives: spread over the side of the card in the order of the other ends. */
function portsOf(
  reaches: readonly MapReach[],
  cards: ReadonlyMap<string, Placed>,
): ReadonlyMap<MapReach, readonly [Point, Point]> {
  const middleOf = (id: string) => {
    const card = cards.get(id);
    return card === undefined ? 0 : card.y + card.height / 2;
  };
  const spread = (card: Placed, others: readonly MapReach[], end: 'from' | 'to'): Map<MapReach, number> => {
    const sorted = [...others].sort((a, b) => middleOf(a[end]) - middleOf(b[end]));
    const room = card.height - 24;
    return new Map(
      sorted.map((reach, place) => [reach, card.y + 12 + (room * (place + 0.5)) / sorted.length]),
    );
  };
  const leaving = new Map<MapReach, number>();
  const arriving = new Map<MapReach, number>();
  for (const [id, card] of cards) {
    const out = reaches.filter((one) => one.from === id);
    const into = reaches.filter((one) => one.to === id);
    const [bus, ...others] = out.filter((one) => passesBy(one, cards));
    const apart = out.filter((one) => !others.includes(one));
    for (const [reach, y] of spread(card, apart, 'to')) leaving.set(reach, y);
    // What goes behind the pipeline accounts leaves as one line and parts there.
    for (const other of others) leaving.set(other, bus === undefined ? 0 : (leaving.get(bus) ?? 0));
    for (const [reach, y] of spread(card, into, 'from')) arriving.set(reach, y);
  }
  return new Map(
    reaches.map((reach) => {
      const from = cards.get(reach.from);
      const to = cards.get(reach.to);
      // Of the blast radius some lines lead back: they leave at the left and arrive at the right.
      const isBack = (to?.x ?? 0) < (from?.x ?? 0);
      const start = {
        x: (from?.x ?? 0) + (isBack ? 0 : (from?.width ?? 0)),
        y: round(leaving.get(reach) ?? 0),
      };
      const side = isBack || from?.x === to?.x ? (to?.width ?? 0) : 0;
      return [reach, [start, { x: (to?.x ?? 0) + side, y: round(arriving.get(reach) ?? 0) }] as const];
    }),
  );
}

interface Curve {
  readonly d: string;
  readonly middle: Point;
  readonly places: readonly Point[];
}

function direct(a: Point, b: Point): Curve {
  const pull = (b.x - a.x) * 0.55;
  const c1 = { x: a.x + pull, y: a.y };
  const c2 = { x: b.x - pull, y: b.y };
  const at = (t: number) => pointAt(a, c1, c2, b, t);
  return {
    d: `M${a.x} ${a.y}C${round(c1.x)} ${c1.y} ${round(c2.x)} ${c2.y} ${b.x} ${b.y}`,
    middle: at(0.4),
    places: [0.68, 0.74, 0.6, 0.8, 0.52].map(at),
  };
}

/** Between two cards of one column: a bow at their right. */
function aside(a: Point, b: Point): Curve {
  const bow = 64;
  const c1 = { x: a.x + bow, y: a.y };
  const c2 = { x: b.x + bow, y: b.y };
  const at = (t: number) => pointAt(a, c1, c2, b, t);
  return {
    d: `M${a.x} ${a.y}C${c1.x} ${c1.y} ${c2.x} ${c2.y} ${b.x} ${b.y}`,
    middle: at(0.35),
    places: [0.5, 0.6, 0.7].map(at),
  };
}

/** Under the pipeline accounts, and up again behind them. */
function byLane(a: Point, b: Point, lane: number, hubs: readonly Placed[]): Curve {
  const left = Math.min(...hubs.map((card) => card.x)) - 12;
  const right = Math.max(...hubs.map((card) => card.x + card.width)) + 12;
  const first = (left - a.x) * 0.5;
  const second = (b.x - right) * 0.5;
  const y = round(lane);
  return {
    d: `M${a.x} ${a.y}C${a.x + first} ${a.y} ${left - first} ${y} ${left} ${y}H${right}C${right + second} ${y} ${b.x - second} ${b.y} ${b.x} ${b.y}`,
    middle: { x: (left + right) / 2, y },
    places: [],
  };
}

function pointAt(a: Point, c1: Point, c2: Point, b: Point, t: number): Point {
  const mix = (p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
  return { x: round(mix(a.x, c1.x, c2.x, b.x)), y: round(mix(a.y, c1.y, c2.y, b.y)) };
}

/** 1.25 x sqrt(n), from 2 to 12 px. Never throws. */
export function reachWidth(pipelines: number): number {
  return round(Math.min(12, Math.max(2, 1.25 * Math.sqrt(pipelines))));
}

const BLAST_WIDTH = 3;

function strokes(d: string, middle: Point | null, reach: MapReach): readonly Primitive[] {
  const isPipeline = reach.pipelines.size > 0;
  const own = lineStroke(reach.state);
  const width = reach.blast
    ? BLAST_WIDTH
    : isPipeline
      ? Math.max(reachWidth(reach.pipelines.size), reach.state === 'works' ? 2 : 2.4)
      : own.strokeWidth;
  const dash = { broken: '9 5', depends: '16 5', unknown: `0.1 ${round(width * 2.4)}` } as const;
  const state = reach.state;
  const line: Primitive = {
    kind: 'path',
    d,
    ...(own.stroke === undefined ? {} : { stroke: own.stroke }),
    strokeWidth: width,
    cap: state === 'broken' || state === 'depends' ? 'butt' : 'round',
    ...(state === 'broken' || state === 'depends' || state === 'unknown' ? { dash: dash[state] } : {}),
  };
  const band: readonly Primitive[] = reach.overBroad
    ? [
        { kind: 'path', d, stroke: 'broad-rail', strokeWidth: round(width + 11.4), cap: 'butt' },
        { kind: 'path', d, stroke: 'broad', strokeWidth: round(width + 9), cap: 'butt' },
      ]
    : [];
  const cross: readonly Primitive[] =
    state === 'broken' && middle !== null
      ? [
          { kind: 'circle', ...middle, radius: 11, fill: 'bg' },
          {
            kind: 'path',
            d: `M${round(middle.x - 4.5)} ${round(middle.y - 4.5)}l9 9m0 -9l-9 9`,
            stroke: 'broken',
            strokeWidth: 2.6,
            cap: 'round',
          },
        ]
      : [];
  return [...band, line, ...cross];
}

function rank({ state, pipelines, blast }: MapReach): number {
  if (blast !== undefined) return 9;
  return pipelines.size === 0 ? -1 : ['neutral', 'works', 'depends', 'unknown', 'broken'].indexOf(state);
}
