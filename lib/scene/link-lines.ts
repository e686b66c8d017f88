// The links of a plan as the lines of a scene: what is in focus speaks, the rest stays quiet.
import { flowHeads } from './draw/draw-flow';
import { drawRing } from './draw/draw-ring';
import type { Layout } from './layout/layout';
import { lineLabels } from './line-label';
import { ringsOf } from './link-rings';
import { strokePainter } from './link-strokes';
import { markedBy } from './marked-by';
import type { LinkHop, Plan } from './plan/plan';
import { worst } from './plan/worst';
import type { Line } from './scene';
import type { SeenLink } from './seen-links';
import { verbOf } from './verbs';
import type { Layer } from './view';

/** The scene's lines. Never throws. */
export function sceneLines(
  plan: Plan,
  layout: Layout,
  seen: readonly SeenLink[],
  selected: string | null,
  layers: ReadonlySet<Layer>,
): readonly Line[] {
  const selectedCard = plan.cards.find((card) => card.opens !== null && card.opens === selected)?.id ?? null;
  const labelOf = lineLabels(plan, selected);
  const strokesOf = strokePainter(layout);
  return seen.map((one) => {
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
        ? [...strokesOf(one, { rings, isRinged }, selectedCard), ...(flows ? flowHeads(one) : [])]
        : [],
      ringParts: isRinged ? rings.flatMap(({ ring, spot }) => drawRing(ring, spot)) : [],
      ring: isRinged ? (rings[0]?.ring ?? null) : null,
      state: one.state,
      overBroad: link.overBroad,
      ...markedBy(link),
      paths: link.paths,
      hops: link.paths.map((path) => hopOn(link.hops, path)),
      label: labelOf(one),
      opacity: one.opacity,
    };
  });
}

/** The hop of a path that a line stands for: the one that explains, where there are several. */
function hopOn(hops: readonly LinkHop[], path: string): number {
  const own = hops.filter((hop) => hop.path === path);
  const state = worst(own.map(({ judged }) => judged.state));
  return own.find(({ judged }) => judged.state === state)?.number ?? 0;
}

/** `reads, writes`: each verb of the hops once. */
export function verbsOf(hops: readonly LinkHop[], kind: string): string {
  if (kind === 'wears') return 'wears';
  return [...new Set(hops.map(({ judged }) => verbOf(judged.hop.kind)))].join(', ');
}
