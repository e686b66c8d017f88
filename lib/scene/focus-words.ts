// The words of the path in focus: the verbs on its edges, the note at its fault, and which region is the action's.

import { laneLabelWidth } from './draw/draw-frame';
import { drawNote, drawVerb } from './draw/draw-labels';
import { crossAt } from './draw/draw-line';
import { coverCost, type Obstacles } from './draw/free-place';
import { words } from './draw/ink';
import type { Geometry, Rect } from './layout/geometry';
import { groundAt } from './layout/ground';
import type { Layout } from './layout/layout';
import { type Straight, straights } from './layout/path-walk';
import { verbsOf } from './link-lines';
import { anchorOf } from './link-rings';
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
  const solid = [...cardRects(plan, placed), ...ringRects(lines), ...crossRects(lines)];
  const obstacles: Obstacles = {
    solid,
    lines: [...seen.filter((one) => one.drawn).flatMap((one) => straights(one.points)), ...borders(placed)],
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
    const verb = drawVerb(verbsOf(one.hops, one.link.kind), one.points, obstacles, (point) =>
      groundAt(placed.geometry, point),
    );
    if (verb === null) continue;
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
function cardRects(plan: Plan, { geometry }: Layout): Rect[] {
  const cards = plan.cards.flatMap(({ id, kind }) => {
    const rect = geometry.cards.get(id);
    if (rect === undefined) return [];
    const above = kind === 'action' ? 20 : kind === 'hat' ? 1 : 4;
    return [{ x: rect.x - 8, y: rect.y - above, width: rect.width + 16, height: rect.height + above + 5 }];
  });
  const lanes = geometry.lanes.map((lane) => laneLabel(geometry, lane));
  const frames = [...geometry.frames.values()].map(({ x, y }) => ({
    x: x + 28,
    y: y + 6,
    width: 180,
    height: 20,
  }));
  const heads = geometry.columns.slice(1).map(({ x, width }) => ({ x, y: 4, width, height: 40 }));
  return [...cards, ...lanes, ...frames, ...heads];
}

function laneLabel(geometry: Geometry, { y, region }: { y: number; region: string }): Rect {
  const x = geometry.columns[1]?.x ?? 0;
  // The switch that folds the lane stands behind its name.
  return { x, y: y + 4, width: laneLabelWidth(region) + 24, height: 16 };
}

/** Frame borders: words may lie on them, but rather beside them. */
function borders({ geometry }: Layout): readonly Straight[] {
  return [...geometry.frames.values()].flatMap(({ x, y, width, height }) =>
    straights([
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
      { x, y },
    ]),
  );
}

function ringRects(lines: readonly Line[]): readonly Rect[] {
  return lines.flatMap(({ ringParts }) =>
    ringParts.flatMap((part) =>
      part.kind === 'circle' ? [{ x: part.x - 13, y: part.y - 13, width: 26, height: 26 }] : [],
    ),
  );
}

/** The crosses in the gaps of broken edges. */
function crossRects(lines: readonly Line[]): readonly Rect[] {
  return lines.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const at = part.kind === 'path' ? crossAt(part.d) : null;
      return at === null ? [] : [{ x: at.x - 10, y: at.y - 10, width: 20, height: 20 }];
    }),
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
  const label = laneLabel(geometry, lane);
  const left = label.x + label.width + 2;
  const rect = { x: left, y: lane.y + 6, width: textWidth(REGION_NOTE, 'sans', 10.5, 400), height: 14 };
  const free =
    coverCost(rect, {
      ...obstacles,
      solid: obstacles.solid.filter((one) => one.x !== label.x || one.y !== label.y),
    }) === 0;
  return free ? [words(left, lane.y + 16, REGION_NOTE, { size: 10.5, fill: 'text-2' })] : [];
}
