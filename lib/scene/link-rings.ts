// The rings of a link: which hops a view speaks of, and where each stands.
import type { Layout } from './layout/layout';
import { pointAt } from './layout/path-walk';
import type { Spot } from './layout/place-rings';
import type { Point } from './layout/polyline';
import { isJudged } from './plan/plan-links';
import type { Ring } from './scene';
import type { SeenLink } from './seen-links';

export interface PlacedRing {
  readonly ring: Ring;
  readonly spot: { readonly dx: number; readonly dy: number; readonly at: number };
}

/** The rings of a link in this view, by hop. Never throws. */
export function ringsOf(one: SeenLink, layout: Layout, selected: string | null): readonly PlacedRing[] {
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

/** The middle of a link that this view can point at: its first ring, else half way. Never throws. */
export function anchorOf(one: SeenLink, layout: Layout): Point {
  return spotOf(one, layout, 0) ?? pointAt(one.points, 0);
}
