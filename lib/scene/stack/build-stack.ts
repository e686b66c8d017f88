// The stack of hats of one action, as a drawing: the climb in the middle, who lets it climb at the left, what it may do at the right.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Arn } from '@/lib/names/arn';
import { drawLegend } from '../draw/draw-legend';
import { words } from '../draw/ink';
import { exactTime } from '../exact-time';
import { accountName } from '../naming';
import type { Box, Primitive, Scene } from '../scene';
import { plain } from '../words';
import { drawPerson } from './draw-big-hat';
import { drawFlag, drawGap, drawHanded } from './draw-flag';
import { climbCard, deedBoxes, hatBox, levelHead, type PlacedDeed } from './draw-level';
import { DEEDS_TOP, LEFT, LINE, MIDDLE, type Places, PROSE, placeStack, RIGHT, WIDTH } from './stack-places';
import { type StackPlan, stackPlan } from './stack-plan';
import { drawReached, reachedBy } from './stack-reach';
import { stackTitle } from './stack-title';

/** The drawing, or null when there is no such pipeline or action. The same analysis gives the same bytes. Never throws. */
export function buildStack(analysis: Analysis, pipelineArn: Arn, action: string): Scene | null {
  const plan = stackPlan(analysis, pipelineArn, action);
  if (plan === null) return null;
  const nameOf = (account: string | null): string => accountName(analysis.inventory, account);
  const reaches = new Set(
    plan.hats
      .flatMap((hat) => [hat, ...hat.guests])
      .flatMap((one) => one.deeds.flatMap(({ reaches: node }) => node?.id ?? [])),
  );
  const places = placeStack(plan, plain(plan.trail.answer), reaches.size);
  const deeds = places.levels.flatMap((level) => [
    deedBoxes(level.deeds, RIGHT.x, level.top + DEEDS_TOP, RIGHT.width),
    ...level.guests.map((guest) => deedBoxes(guest.deeds, RIGHT.x, guest.top, RIGHT.width)),
  ]);
  const before = deedBoxes(places.before, LEFT.x, places.ground + 56, LEFT.width);
  const reached = drawReached(reachedBy(deeds.flat()), places.ground, nameOf);
  const handed = drawHanded(plan, places);
  const boxes: readonly Box[] = [
    person(places),
    ...[...places.levels].reverse().map(hatBox),
    ...places.levels.map(climbCard),
    ...[...deeds.flat(), ...before].map(({ box }) => box),
    ...reached.boxes,
    ...handed.boxes,
    drawFlag(plan, places),
  ];
  return {
    version: 1,
    width: WIDTH,
    height: places.height,
    title: stackTitle(plan),
    description: `${plain(plan.trail.answer)} ${plan.hats.map(({ node, account }) => `${node.name} of ${account}`).join(', then ')}.`,
    caption: `${plan.pipeline}, ${action}. Snapshot of ${exactTime(plan.takenAt)}`,
    boxes,
    lines: reached.lines,
    texts: [
      ...floors(places),
      ...heads(plan, places),
      ...changeCard(places),
      ...places.levels.flatMap(levelHead),
      ...places.levels.flatMap((level) => (level.hat.climb.state === 'broken' ? drawGap(level) : [])),
      ...handed.texts,
      ...reached.texts,
    ],
    legend: legend(plan, deeds.flat()),
  };
}

function person({ head }: Places): Box {
  return {
    id: 'person',
    shape: 'lane',
    kind: 'person',
    x: MIDDLE - 50,
    y: head - 50,
    width: 100,
    height: 170,
    parts: drawPerson(50, 50),
    label: 'Whoever wears the hats: at first nobody but the CodePipeline service',
    opens: null,
    state: null,
    overBroad: false,
    opacity: 1,
    selected: false,
    paths: [],
  };
}

function floors({ levels, ground }: Places): readonly Primitive[] {
  return [...levels.map(({ top }) => top), ground].flatMap((y) =>
    // A floor is cut where the hats stand, so that no dash runs through them.
    [`M${LEFT.x} ${y}H${MIDDLE - 84}`, `M${MIDDLE + 84} ${y}H${WIDTH - 24}`].map(
      (d): Primitive => ({ kind: 'path', d, stroke: 'line-2', strokeWidth: 1.2, dash: '5 5' }),
    ),
  );
}

function heads(plan: StackPlan, { answer, levels, ground }: Places): readonly Primitive[] {
  const top = levels[0]?.top;
  const isFault = plan.trail.state !== 'works';
  return [
    ...answer.map((line, index) =>
      words(LEFT.x, 24 + index * 21, line, {
        size: 15,
        fill: isFault ? 'text' : 'text-2',
      }),
    ),
    ...(top === undefined
      ? []
      : [
          words(LEFT.x, top - 9, 'What lets it climb', { size: 12, fill: 'text-3' }),
          words(RIGHT.x, top - 9, 'What it may do from here', { size: 12, fill: 'text-3' }),
        ]),
    words(LEFT.x, ground + 25, 'Ground: no hat', { size: 14, weight: 600 }),
    words(LEFT.x, ground + 43, 'The CodePipeline service', { size: 12.5, fill: 'text-2' }),
  ];
}

function changeCard({ changes, answer }: Places): readonly Primitive[] {
  if (changes.length === 0) return [];
  const y = 24 + answer.length * 21;
  const rows = changes.reduce((sum, lines) => sum + lines.length, 0);
  const height = 40 + rows * LINE + changes.length * 6;
  let at = y + 28;
  return [
    {
      kind: 'rect',
      x: LEFT.x,
      y,
      width: LEFT.width,
      height,
      radius: 9,
      fill: 'surface',
      stroke: 'line-2',
      strokeWidth: 1,
    },
    words(LEFT.x + LEFT.pad, at - 4, 'What to change', { size: 14, weight: 600 }),
    ...changes.flatMap((lines) => {
      const placed = lines.map((line, index) =>
        words(LEFT.x + LEFT.pad, at + 17 + index * LINE, line, { ...PROSE, fill: 'text-2' }),
      );
      at += lines.length * LINE + 6;
      return placed;
    }),
  ];
}

function legend(plan: StackPlan, deeds: readonly PlacedDeed[]): Scene['legend'] {
  const states = [
    ...plan.hats.map(({ climb }) => climb.state),
    ...deeds.map(({ lines }) => lines.deed.state),
  ];
  const reaching = deeds.filter(({ lines }) => lines.deed.reaches !== null);
  const isCross = reaching.some(({ lines }) => lines.deed.hop.sides.crossAccount);
  return drawLegend({
    lines: new Set(states),
    closedRing: reaching.some(({ lines }) => !lines.deed.hop.sides.crossAccount),
    halfRings: isCross,
    band: plan.hats.some(({ overBroad }) => overBroad),
    hats: plan.hats.length > 0,
    prod: false,
    unscanned: false,
    unmodelled: false,
    runs: false,
    asks: reaching.length > 0,
  });
}
