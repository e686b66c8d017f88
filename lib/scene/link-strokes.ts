// The strokes of a link: what of its way is its own, where it passes over others, and how its two halves look.
import type { State } from '@/lib/verdict/judgement';
import { drawLine } from './draw/draw-line';
import { nothingPainted } from './layout/crossings';
import { groundAt } from './layout/ground';
import type { Layout } from './layout/layout';
import { lengthOf, slice } from './layout/path-walk';
import type { Point } from './layout/polyline';
import { type SharedWays, sharedWays } from './layout/shared';
import type { PlacedRing } from './link-rings';
import { isJudged } from './plan/plan-links';
import type { Primitive } from './scene';
import type { SeenLink } from './seen-links';

const JOINT = 9;

/** The ring of the selection around a card: an edge ends at it, px. */
const SELECTION = 6;

export interface Rings {
  readonly rings: readonly PlacedRing[];
  readonly isRinged: boolean;
}

/** Paints links one over the other: each call knows those before it. */
export type StrokePainter = (
  one: SeenLink,
  rings: Rings,
  selectedCard: string | null,
) => readonly Primitive[];

/** A painter for an empty drawing. */
export function strokePainter(layout: Layout): StrokePainter {
  const painted = nothingPainted();
  const nets = new Map<string, { readonly heads: SharedWays; readonly tails: SharedWays }>();
  return (one, { rings, isRinged }, selectedCard) => {
    const { link, hops, state, focus, points } = one;
    if (link.kind === 'service') return serviceStem(one, layout);
    const worstHop = hops.find(({ judged }) => isJudged(judged) && judged.state === state)?.judged;
    const sides = worstHop?.sides;
    const parted = sides?.crossAccount === true && state !== 'neutral';
    const worstRing = rings.find(({ ring }) => ring.halves.includes(state as State)) ?? rings[0];
    const whole = state === 'broken' && worstRing !== undefined;
    const ways = nets.get(link.net) ?? { heads: sharedWays(), tails: sharedWays() };
    nets.set(link.net, ways);
    const part = focus ? { points, from: 0, to: lengthOf(points) } : ownPart(points, ways);
    if (!focus) {
      ways.heads.add(points);
      ways.tails.add(back(points));
    }
    const crossings = painted.under(part.points, link.net);
    painted.add(part.points, link.net);
    const near = parted ? sides.principal : whole ? 'works' : state;
    const far = parted ? sides.resource : state;
    const ring = parted || whole ? (worstRing?.spot.at ?? null) : null;
    // Where the ring lies on what is painted already, all that is left lies on one side of it.
    const side = ring === null ? null : ring >= part.to ? near : ring <= part.from ? far : null;
    return drawLine(part.points, {
      near: side ?? near,
      far: side ?? far,
      ring: side === null && ring !== null ? ring - part.from : null,
      ringDrawn: isRinged && rings.length > 0,
      band: link.overBroad,
      arrow: focus,
      short: focus && link.to === selectedCard ? SELECTION : 0,
      crossings: crossings.map((one) => ({ ...one, ground: groundAt(layout.geometry, one.point) })),
    });
  };
}

interface Part {
  readonly points: readonly Point[];
  /** Where it begins and ends on the whole edge, px from its start. */
  readonly from: number;
  readonly to: number;
}

/** Without what an edge of the same net that is painted already has of it; a corner's length is left on, to join the two. */
function ownPart(points: readonly Point[], { heads, tails }: { heads: SharedWays; tails: SharedWays }): Part {
  const head = heads.along(points);
  const tail = tails.along(back(points));
  const total = lengthOf(points);
  if (head + tail >= total) return { points: [], from: 0, to: 0 };
  const from = head === 0 ? 0 : Math.max(0, head - JOINT);
  const to = tail === 0 ? total : Math.min(total, total - tail + JOINT);
  return { points: head === 0 && tail === 0 ? points : slice(points, from, to), from, to };
}

function back(points: readonly Point[]): readonly Point[] {
  return [...points].reverse();
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
