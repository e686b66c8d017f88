// The whole layout: where every card, frame and lane stands, and which way every edge takes. It never depends on what is selected.
import type { Plan, PlanLink } from '../plan/plan';
import { NO_TRACKS, type TrackUses } from './channels';
import { type Geometry, geometryOf } from './geometry';
import { type Grid, gridOf } from './grid';
import { latticeOf } from './lattice';
import { type Point, polyline } from './polyline';
import { router } from './route';
import { segmentsOf } from './segments';
import { assignTracks, type RoutedLink, usesOf } from './tracks';
import { untangle } from './untangle';

export interface Layout {
  readonly grid: Grid;
  readonly geometry: Geometry;
  /** Link id → corners. A link inside one card, or from a service to the hat below it, has none. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

const ORDER: readonly PlanLink['kind'][] = [
  'assumes',
  'replicates',
  'triggers',
  'access',
  'crypt',
  'calls',
  'passes',
  'wears',
];

/** Lays a plan out: routes on nominal distances first, then opens the gutters for the tracks. Never throws. */
export function layout(plan: Plan): Layout {
  const grid = gridOf(plan);
  const nominal = geometryOf(plan, grid, NO_TRACKS);
  const links = routeAll(plan, grid, nominal);
  // Tracks open gutters, and open gutters move what the next tracks must keep clear of.
  let tracks = assignTracks(links, nominal);
  let uses = usesOf(tracks, links);
  let geometry = geometryOf(plan, grid, uses);
  for (let round = 0; round < 3; round += 1) {
    tracks = assignTracks(links, geometry);
    const again = usesOf(tracks, links);
    if (sameUses(uses, again)) break;
    uses = again;
    geometry = geometryOf(plan, grid, uses);
  }
  const at = untangle(links, tracks, uses, geometry);
  return { grid, geometry, routes: new Map(links.map((link) => [link.id, polyline(link, at, geometry)])) };
}

function routeAll(plan: Plan, grid: Grid, geometry: Geometry): readonly RoutedLink[] {
  const lattice = latticeOf(grid, geometry);
  const kindOf = new Map(plan.cards.map((card) => [card.id, card.kind]));
  const onRack = new Set([...grid.racks.values()].flat().map((card) => card.id));
  const findRoute = router(lattice);
  const level = (card: string): number => {
    const rect = geometry.cards.get(card);
    return rect === undefined ? 0 : rect.y + rect.height / 2;
  };
  const drawn = ORDER.flatMap((kind) => plan.links.filter((link) => link.kind === kind)).filter(
    (link) => kindOf.has(link.from) && kindOf.has(link.to),
  );
  const rows = rowsOf(plan, grid);
  return drawn.flatMap((link) => {
    const hats = [link.from, link.to].filter((id) => onRack.has(id)).length;
    const rackGutter =
      link.kind === 'assumes' && hats === 2 ? 'only' : kindOf.get(link.from) === 'ci' ? 'allowed' : 'never';
    const inside = link.kind === 'wears' || link.kind === 'passes' || link.kind === 'calls';
    const request = {
      id: link.id,
      net: link.net,
      from: link.from,
      to: link.to,
      rackGutter,
      within: inside ? rows(link.from) : null,
      bySide: link.kind === 'wears',
    } as const;
    const route = findRoute(request);
    if (route === null) return [];
    return [
      {
        id: link.id,
        net: link.net,
        paths: link.paths,
        overBroad: link.overBroad,
        segments: segmentsOf(lattice, route, level),
      },
    ];
  });
}

/** The y indices inside the account of a card. */
function rowsOf(plan: Plan, grid: Grid): (card: string) => readonly [number, number] | null {
  const accountOf = new Map(plan.cards.map((card) => [card.id, card.account]));
  const spans = new Map<string, readonly [number, number]>();
  grid.rows.forEach(({ account }, index) => {
    spans.set(account, [spans.get(account)?.[0] ?? 2 * index + 1, 2 * index + 1]);
  });
  return (card) => spans.get(accountOf.get(card) ?? '') ?? null;
}

function sameUses(a: TrackUses, b: TrackUses): boolean {
  return (
    a.size === b.size &&
    [...a].every(([line, { count, pitch }]) => b.get(line)?.count === count && b.get(line)?.pitch === pitch)
  );
}
