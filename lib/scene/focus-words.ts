// The words of the path in focus: the verbs on its edges, the note at its fault, and which region is the action's.

import { drawNote, drawVerb } from './draw/draw-labels';
import { coverCost, type Obstacles } from './draw/free-place';
import { words } from './draw/ink';
import type { Rect } from './layout/geometry';
import type { Layout } from './layout/layout';
import { straights } from './layout/path-walk';
import { anchorOf, verbsOf } from './link-lines';
import { sideWords } from './plan/fault-words';
import type { LinkHop, Plan } from './plan/plan';
import { worst } from './plan/worst';
import type { Line, Primitive } from './scene';
import type { SeenLink } from './seen-links';
import { textWidth } from './text-metrics';
import { nounOf } from './verbs';

const VERDICT: Readonly<Record<'broken' | 'unknown' | 'depends', string>> = {
  broken: 'is broken',
  unknown: 'cannot be told',
  depends: 'depends',
};

/** Nothing without a selection. Never throws. */
export function focusWords(
  plan: Plan,
  placed: Layout,
  seen: readonly SeenLink[],
  lines: readonly Line[],
  selected: string | null,
): readonly Primitive[] {
  if (selected === null) return [];
  const solid = [...cardRects(placed), ...ringRects(lines)];
  const obstacles: Obstacles = {
    solid,
    lines: seen.filter((one) => one.drawn).flatMap((one) => straights(one.points)),
    bounds: { x: 0, y: 0, width: placed.geometry.width, height: placed.geometry.height },
  };
  const focus = seen.filter((one) => one.focus);
  const parts: Primitive[] = [];
  const note = noteOf(plan, placed, focus, obstacles);
  if (note !== null) {
    solid.push(note.rect);
    parts.push(...note.parts);
  }
  for (const one of focus) {
    if (one.points.length === 0) continue;
    const verb = drawVerb(verbsOf(one.hops, one.link.kind), one.points, obstacles);
    solid.push(verb.rect);
    parts.push(...verb.parts);
  }
  return [...parts, ...actionRegion(plan, placed, selected, obstacles)];
}

function noteOf(plan: Plan, placed: Layout, focus: readonly SeenLink[], obstacles: Obstacles) {
  const state = worst(focus.flatMap((one) => (one.state === 'neutral' ? [] : [one.state])));
  if (state === null || state === 'works') return null;
  const faults = focus
    .flatMap((one) => one.hops.map((hop): readonly [SeenLink, LinkHop] => [one, hop]))
    .filter(([, hop]) => hop.judged.state === state)
    .sort((a, b) => a[1].number - b[1].number);
  const fault = faults[0];
  if (fault === undefined) return null;
  const [one, { judged }] = fault;
  const nameOf = (id: string): string => plan.accounts.find((account) => account.id === id)?.name ?? id;
  return drawNote(
    `${nounOf(judged.hop.kind)} ${VERDICT[state]}`,
    sideWords(judged, nameOf),
    state,
    anchorOf(one, placed),
    obstacles,
  );
}

/** Cards with their tabs and brims, and the titles of frames and lanes. */
function cardRects({ geometry }: Layout): Rect[] {
  const cards = [...geometry.cards.values()].map(({ x, y, width, height }) => ({
    x: x - 8,
    y: y - 20,
    width: width + 16,
    height: height + 26,
  }));
  const lanes = geometry.lanes.map(({ x, y }) => ({ x: x + 6, y: y + 4, width: 96, height: 16 }));
  const frames = [...geometry.frames.values()].map(({ x, y }) => ({
    x: x + 28,
    y: y + 6,
    width: 180,
    height: 20,
  }));
  const heads = geometry.columns.slice(1).map(({ x, width }) => ({ x, y: 4, width, height: 40 }));
  return [...cards, ...lanes, ...frames, ...heads];
}

function ringRects(lines: readonly Line[]): readonly Rect[] {
  return lines.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'circle' ? [{ x: part.x - 13, y: part.y - 13, width: 26, height: 26 }] : [],
    ),
  );
}

const REGION_NOTE = 'the action’s region';

/** Said on the lane where the pipeline keeps the artifacts of the selected action's region. */
function actionRegion(
  plan: Plan,
  { geometry }: Layout,
  selected: string,
  obstacles: Obstacles,
): readonly Primitive[] {
  const action = plan.cards.find((card) => card.opens === selected);
  const lane = geometry.lanes.find((one) => one.account === plan.account && one.region === action?.region);
  if (lane === undefined || action === undefined) return [];
  const left = lane.x + 30 + textWidth(lane.region, 'mono', 10.5, 500);
  const width = textWidth(REGION_NOTE, 'sans', 10.5, 400);
  const rect = { x: left, y: lane.y + 6, width, height: 14 };
  const free =
    coverCost(rect, { ...obstacles, solid: obstacles.solid.filter((one) => one.x !== lane.x + 6) }) === 0;
  return free ? [words(left, lane.y + 16, REGION_NOTE, { size: 10.5, fill: 'text-2' })] : [];
}
