// The links of a plan as the lines of a scene: what is in focus speaks, the rest stays quiet.
import type { State } from '@/lib/verdict/judgement';
import { flowHeads } from './draw/draw-flow';
import { drawLine } from './draw/draw-line';
import { drawRing } from './draw/draw-ring';
import { groundAt } from './layout/ground';
import type { Layout } from './layout/layout';
import { lengthOf, pointAt, slice, straights } from './layout/path-walk';
import type { Spot } from './layout/place-rings';
import type { Point } from './layout/polyline';
import { sharedLength } from './layout/shared';
import { lineLabel } from './line-label';
import type { LinkHop, Plan } from './plan/plan';
import { isJudged } from './plan/plan-links';
import type { Line, Primitive, Ring } from './scene';
import type { SeenLink } from './seen-links';
import { verbOf } from './verbs';
import type { Layer } from './view';

const JOINT = 9;

/** The ring of the selection around a card: an edge ends at it, px. */
const SELECTION = 6;

/** The scene's lines. Never throws. */
export function sceneLines(
  plan: Plan,
  layout: Layout,
  seen: readonly SeenLink[],
  selected: string | null,
  layers: ReadonlySet<Layer>,
): readonly Line[] {
  const selectedCard = plan.cards.find((card) => card.opens !== null && card.opens === selected)?.id ?? null;
  return seen.map((one, index) => {
    const { link, points } = one;
    const rings = ringsOf(one, layout, selected);
    const isRinged = one.drawn && (one.focus || layers.has('decides'));
    const flows = one.drawn && selected === null && layers.has('flow');
    const foot = points.length === 0 && link.kind === 'calls';
    return {
      id: link.id,
      from: link.from,
      to: foot ? link.from : link.to,
      points,
      kind: link.kind,
      verb: verbsOf(one.hops, link.kind),
      parts: one.drawn
        ? [
            ...strokeParts(one, seen.slice(0, index), layout, { rings, isRinged }, selectedCard),
            ...(flows ? flowHeads(one) : []),
          ]
        : [],
      ringParts: isRinged ? rings.flatMap(ringParts) : [],
      ring: isRinged ? (rings[0]?.ring ?? null) : null,
      state: one.state,
      overBroad: link.overBroad,
      paths: link.paths,
      label: lineLabel(plan, one, selected),
      opacity: one.opacity,
    };
  });
}

/** `reads, writes`: each verb of the hops once. */
export function verbsOf(hops: readonly LinkHop[], kind: string): string {
  if (kind === 'wears') return 'wears';
  return [...new Set(hops.map(({ judged }) => verbOf(judged.hop.kind)))].join(', ');
}

interface PlacedRing {
  readonly ring: Ring;
  readonly spot: { readonly dx: number; readonly dy: number; readonly at: number };
}

function ringsOf(one: SeenLink, layout: Layout, selected: string | null): readonly PlacedRing[] {
  const { focus, state } = one;
  const fault = state !== 'works' && state !== 'neutral';
  const judged = one.hops.filter((hop) => isJudged(hop.judged));
  // While a path is in focus only its own rings and what is wrong elsewhere are drawn.
  if ((selected !== null && !focus && !fault) || judged.length === 0) return [];
  const hops = focus ? judged : judged.filter((hop) => hop.judged.state === state).slice(0, 1);
  return hops.flatMap((hop, index) => {
    const spot = spotOf(one, layout, index);
    if (spot === null) return [];
    const { crossAccount, principal, resource } = hop.judged.sides;
    const ring: Ring = {
      x: spot.x,
      y: spot.y,
      halves: crossAccount ? [principal, resource] : [hop.judged.state],
      number: focus ? hop.number : null,
      warning: hop.judged.needs.length > 0 && hop.judged.needs.every(({ need }) => !need.essential),
    };
    return [{ ring, spot }];
  });
}

function spotOf({ link, spots, points }: SeenLink, layout: Layout, index: number): Spot | null {
  if (link.kind === 'service') {
    const rect = layout.geometry.cards.get(link.from);
    return rect === undefined ? null : { x: rect.x + 16, y: rect.y + 12, at: 0, dx: 0, dy: 1 };
  }
  if (points.length === 0) {
    const rect = layout.geometry.cards.get(link.from);
    return rect === undefined
      ? null
      : { x: rect.x + rect.width - 12 - 26 * index, y: rect.y + rect.height - 10, at: 0, dx: 0, dy: 1 };
  }
  return spots[Math.min(index, spots.length - 1)] ?? null;
}

function ringParts({ ring, spot }: PlacedRing): readonly Primitive[] {
  return drawRing(ring, spot);
}

function strokeParts(
  one: SeenLink,
  below: readonly SeenLink[],
  layout: Layout,
  { rings, isRinged }: { readonly rings: readonly PlacedRing[]; readonly isRinged: boolean },
  selectedCard: string | null,
): readonly Primitive[] {
  const { link, hops, state, focus, points } = one;
  if (link.kind === 'service') return serviceStem(one, layout);
  const worstHop = hops.find(({ judged }) => isJudged(judged) && judged.state === state)?.judged;
  const sides = worstHop?.sides;
  const parted = sides?.crossAccount === true && state !== 'neutral';
  const worstRing = rings.find(({ ring }) => ring.halves.includes(state as State)) ?? rings[0];
  const whole = state === 'broken' && worstRing !== undefined;
  const own = focus ? points : ownPart(one, below);
  return drawLine(own, {
    near: parted ? sides.principal : whole ? 'works' : state,
    far: parted ? sides.resource : state,
    ring: parted || whole ? (worstRing?.spot.at ?? null) : null,
    ringDrawn: isRinged && rings.length > 0,
    band: link.overBroad,
    arrow: focus,
    short: focus && link.to === selectedCard ? SELECTION : 0,
    crossings: crossingsOf(one, own, below, layout),
  });
}

/** Without what an edge of the same net that is painted already has of it; a corner's length is left on, to join the two. */
function ownPart({ link, points, state }: SeenLink, below: readonly SeenLink[]): readonly Point[] {
  if (state !== 'works' && state !== 'neutral') return points;
  const peers = below.filter((other) => other.drawn && !other.focus && other.link.net === link.net);
  const back = (list: readonly Point[]): readonly Point[] => [...list].reverse();
  const head = Math.max(0, ...peers.map((peer) => sharedLength(points, peer.points)));
  const tail = Math.max(0, ...peers.map((peer) => sharedLength(back(points), back(peer.points))));
  const total = lengthOf(points);
  if (head + tail >= total) return [];
  return slice(points, head === 0 ? 0 : head - JOINT, tail === 0 ? total : total - tail + JOINT);
}

function serviceStem({ link, state }: SeenLink, layout: Layout): readonly Primitive[] {
  const rect = layout.geometry.cards.get(link.from);
  const hat = layout.geometry.cards.get(link.to);
  if (rect === undefined || hat === undefined) return [];
  const x = rect.x + 16;
  const points = [
    { x, y: rect.y + 12 },
    { x, y: hat.y },
  ];
  return drawLine(points, {
    near: state,
    far: state,
    ring: null,
    ringDrawn: true,
    band: link.overBroad,
    arrow: false,
    short: 0,
    crossings: [],
  });
}

function crossingsOf(one: SeenLink, part: readonly Point[], below: readonly SeenLink[], layout: Layout) {
  const own = straights(part);
  return below
    .filter((other) => other.drawn && other.link.net !== one.link.net)
    .flatMap((other) => straights(other.points))
    .flatMap((piece) =>
      own.flatMap((mine) => {
        if (mine.turn === piece.turn) return [];
        const [h, v] = mine.turn === 'h' ? [mine, piece] : [piece, mine];
        const point = { x: v.from.x, y: h.from.y };
        const inside =
          point.x > Math.min(h.from.x, h.to.x) &&
          point.x < Math.max(h.from.x, h.to.x) &&
          point.y > Math.min(v.from.y, v.to.y) &&
          point.y < Math.max(v.from.y, v.to.y);
        return inside ? [{ point, turn: mine.turn, ground: groundAt(layout.geometry, point) }] : [];
      }),
    );
}

/** The middle of a link that this view can point at: its first ring, else half way. */
export function anchorOf(one: SeenLink, layout: Layout): Point {
  return spotOf(one, layout, 0) ?? pointAt(one.points, 0);
}
