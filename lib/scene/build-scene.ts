// A judged pipeline as a laid-out drawing. The same input gives the same bytes; selecting changes emphasis, never a position.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Arn } from '@/lib/names/arn';
import { drawLegend } from './draw/draw-legend';
import { exactTime } from './exact-time';
import { focusWords } from './focus-words';
import { type Layout, layout } from './layout/layout';
import { placeRings, type Spot } from './layout/place-rings';
import { sceneLines } from './link-lines';
import { buildPlan } from './plan/build-plan';
import type { Plan, PlanCard } from './plan/plan';
import type { Box, Line, Scene } from './scene';
import { sceneBoxes } from './scene-boxes';
import { type SeenLink, seenLinks } from './seen-links';
import { stateWord } from './state-word';
import { LAYERS, type Layer, type SceneView } from './view';

/** The drawing of one pipeline. An unknown `selected` selects nothing. @throws when the analysis has no such pipeline. */
export function buildScene(analysis: Analysis, pipelineArn: Arn, view: SceneView): Scene {
  return drawScene(layOutScene(analysis, pipelineArn, view), view);
}

/** What a drawing shows and where: the same for every selection and all layers, as long as nothing is hidden. */
export interface SceneGround {
  readonly plan: Plan;
  readonly placed: Layout;
  readonly spots: ReadonlyMap<string, readonly Spot[]>;
}

/** The slow half of a drawing. @throws when the analysis has no such pipeline. */
export function layOutScene(analysis: Analysis, pipelineArn: Arn, view: SceneView): SceneGround {
  const plan = buildPlan(analysis, pipelineArn, view);
  const placed = layout(plan);
  return { plan, placed, spots: placeRings(plan, placed) };
}

/** The quick half: what is in focus, and which layers are seen. Never throws. */
export function drawScene({ plan, placed, spots }: SceneGround, view: SceneView): Scene {
  const layers = new Set(view.layers ?? LAYERS);
  const wanted = view.selected;
  const selected = wanted !== null && plan.cards.some((card) => card.paths.includes(wanted)) ? wanted : null;
  const seen = seenLinks(plan, placed, spots, selected, layers);
  const boxes = sceneBoxes(plan, placed, selected, (card) => isInView(card, seen, selected, layers));
  const lines = sceneLines(plan, placed, seen, selected, layers);
  return {
    version: 1,
    width: placed.geometry.width,
    height: placed.geometry.height,
    title: `${plan.name}: ${stateWord(plan.state)}`,
    description: describe(plan, lines),
    caption: captionOf(plan),
    boxes,
    lines,
    texts: focusWords(plan, placed, seen, lines, selected),
    folded: plan.folded,
    legend: legendOf(plan, boxes, lines, selected, layers),
  };
}

/** Hats belong to their layer, but for those on the path in focus and those where something is wrong. */
function isInView(
  card: PlanCard,
  seen: readonly SeenLink[],
  selected: string | null,
  layers: ReadonlySet<Layer>,
): boolean {
  if (layers.has('hats') || (card.kind !== 'hat' && card.kind !== 'service')) return true;
  if (selected !== null && card.paths.includes(selected)) return true;
  return seen.some(({ link, drawn }) => drawn && (link.from === card.id || link.to === card.id));
}

function describe(plan: Plan, lines: readonly Line[]): string {
  const actions = plan.cards.filter((card) => card.kind === 'action');
  const count = (state: string): number => actions.filter((card) => card.state === state).length;
  const parts = (['broken', 'unknown', 'depends', 'works'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${stateWord(state)}`);
  const faults = lines.filter((line) => line.state === 'broken').length;
  return `Pipeline ${plan.name}: ${plan.stages.length} stages, ${actions.length} actions in ${plan.accounts.length} accounts. Actions: ${parts.join(', ')}. Broken edges: ${faults}.`;
}

/** `tools, us-east-1. Snapshot of 23 Nov 2026, 04:06 UTC`. */
function captionOf(plan: Plan): string {
  const account = plan.accounts.find((one) => one.id === plan.account)?.name ?? plan.account;
  return `${account}, ${plan.region}. Snapshot of ${exactTime(plan.takenAt)}`;
}

const FLOWS: ReadonlySet<string> = new Set(['access', 'replicates', 'triggers']);

function legendOf(
  plan: Plan,
  boxes: readonly Box[],
  lines: readonly Line[],
  selected: string | null,
  layers: ReadonlySet<Layer>,
): Scene['legend'] {
  const drawn = lines.filter((line) => line.parts.length > 0 || line.ringParts.length > 0);
  const rings = drawn.flatMap((line) => (line.ring === null ? [] : [line.ring]));
  return drawLegend({
    lines: new Set([
      ...drawn.map((line) => line.state),
      ...plan.cards.flatMap((card) => (card.kind === 'action' ? (card.mark ?? []) : [])),
    ]),
    unmodelled: plan.cards.some((card) => !card.modelled),
    closedRing: rings.some((ring) => ring.halves.length === 1),
    halfRings: rings.some((ring) => ring.halves.length === 2),
    band: drawn.some((line) => line.overBroad) || boxes.some((box) => box.kind === 'hat' && box.overBroad),
    hats: boxes.some((box) => box.kind === 'hat'),
    prod: plan.accounts.some((account) => account.prod && account.read !== 'not'),
    unscanned:
      plan.cards.some((card) => !card.scanned) || plan.accounts.some((account) => account.read !== 'whole'),
    runs: plan.stages.some(({ run }) => run !== null),
    flow:
      selected === null &&
      layers.has('flow') &&
      drawn.some((line) => FLOWS.has(line.kind) && line.points.length > 0),
    asks: selected !== null && drawn.some((line) => line.opacity === 1 && line.paths.includes(selected)),
    folded: plan.cards.some((card) => card.kind === 'folded'),
  });
}
