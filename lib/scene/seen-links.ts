// Which links a view shows, and how loudly.
import type { State } from '@/lib/verdict/judgement';
import type { Layout } from './layout/layout';
import type { Spot } from './layout/place-rings';
import type { Point } from './layout/polyline';
import type { LinkHop, LinkKind, Plan, PlanLink } from './plan/plan';
import { isJudged } from './plan/plan-links';
import { worst } from './plan/worst';
import type { Layer } from './view';

/** A link with its place and how it is to be seen. */
export interface SeenLink {
  readonly link: PlanLink;
  readonly points: readonly Point[];
  readonly spots: readonly Spot[];
  readonly focus: boolean;
  readonly drawn: boolean;
  /** The hops that this view speaks of: those of the selected path, or all. */
  readonly hops: readonly LinkHop[];
  readonly state: State | 'neutral';
  readonly opacity: number;
}

const QUIET = 0.6;
const DIMMED = 0.45;
const DIMMED_FAULT = 0.7;
/** Which layer an edge belongs to; null: drawn whatever the layers. */
const LAYER_OF: Readonly<Record<LinkKind, Layer | null>> = {
  access: 'flow',
  crypt: 'flow',
  replicates: 'flow',
  triggers: 'flow',
  service: 'hats',
  assumes: 'hats',
  wears: 'hats',
  passes: 'hats',
  calls: null,
};
const SEVERITY = ['neutral', 'works', 'depends', 'unknown', 'broken'];

/** Every link as this view shows it, in painting order: what matters most is painted last. Never throws. */
export function seenLinks(
  plan: Plan,
  layout: Layout,
  spots: ReadonlyMap<string, readonly Spot[]>,
  selected: string | null,
  layers: ReadonlySet<Layer>,
): readonly SeenLink[] {
  const seen = plan.links.map((link): SeenLink => {
    const focus = selected !== null && link.paths.includes(selected);
    const hops = focus ? link.hops.filter((hop) => hop.path === selected) : link.hops;
    const judged = hops.filter((hop) => isJudged(hop.judged));
    const state = worst(judged.map((hop) => hop.judged.state)) ?? 'neutral';
    const fault = state !== 'works' && state !== 'neutral';
    const points = layout.routes.get(link.id) ?? [];
    const layer = LAYER_OF[link.kind];
    const isIn = layer === null || layers.has(layer);
    // The tab on an action says already which hat it wears: a line says it again only where nothing else is drawn.
    const isSaid = layers.has('flow') && (link.kind === 'wears' || link.kind === 'passes');
    const shy = isSaid || (link.kind === 'calls' && points.length === 0);
    return {
      link,
      points,
      spots: spots.get(link.id) ?? [],
      focus,
      drawn: focus || fault || (isIn && (!shy || (link.kind === 'passes' && link.overBroad))),
      hops,
      state,
      opacity: focus
        ? 1
        : selected === null
          ? fault || link.overBroad
            ? 1
            : QUIET
          : fault
            ? DIMMED_FAULT
            : DIMMED,
    };
  });
  const rank = (one: SeenLink): number =>
    (one.focus ? 10 : 0) + SEVERITY.indexOf(one.state) + (one.link.overBroad ? 0.5 : 0);
  return seen
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.index - b.index)
    .map(({ one }) => one);
}
