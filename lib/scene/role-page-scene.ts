// The hat as a drawing: who can put it on at the left, what it is for and what it can put on at the right; the brim as wide as it is broad.
import { words } from './draw/ink';
import type { RolePage } from './role-page';
import { boxOf, CARD, hatBox, lineOf } from './role-page-cards';
import { type Entry, entriesOfUse, entriesOfWearers, type HatGoal } from './role-page-entries';
import type { Scene } from './scene';
import { textWidth } from './text-metrics';

export interface HatDrawing {
  readonly scene: Scene;
  readonly goals: { readonly [box: string]: HatGoal };
}

const WIDTH = 1060;
const TOP = 40;

/** The drawing of a hat. The same page gives the same drawing. Never throws. */
export function hatDrawing(page: RolePage): HatDrawing {
  const left = entriesOfWearers(page);
  const right = entriesOfUse(page);
  const rows = Math.max(left.length, right.length, 4);
  const body = rows * (CARD.height + CARD.gap);
  const height = TOP + body + 8;
  const centre = TOP + body / 2 - 14;
  const yOf = (list: readonly Entry[], place: number) =>
    TOP + (body - list.length * (CARD.height + CARD.gap)) / 2 + place * (CARD.height + CARD.gap);
  const rightX = WIDTH - 16 - CARD.width;
  const lines = [
    ...left.map((entry, place) =>
      lineOf(entry, 'in', 16 + CARD.width, yOf(left, place), place, left.length, centre),
    ),
    ...right.map((entry, place) =>
      lineOf(entry, 'out', rightX, yOf(right, place), place, right.length, centre),
    ),
  ];
  const goals: Record<string, HatGoal> = {};
  for (const { id, goal } of [...left, ...right]) if (goal !== null) goals[id] = goal;
  const scene: Scene = {
    version: 1,
    width: WIDTH,
    height,
    title: `${page.account}/${page.name}`,
    description: `${page.can} can put it on, ${page.need} need to`,
    caption: page.arn,
    boxes: [
      hatBox(page, centre),
      ...left.map((entry, place) => boxOf(entry, 16, yOf(left, place))),
      ...right.map((entry, place) => boxOf(entry, rightX, yOf(right, place))),
    ],
    lines,
    texts: [
      words(16, 22, 'Who can put it on', { size: 12.5, weight: 600 }),
      words(16 + textWidth('Who can put it on', 'sans', 12.5, 600) + 8, 22, 'both halves pass', {
        size: 12.5,
        fill: 'text-3',
      }),
      words(rightX, 22, 'What it is for', { size: 12.5, weight: 600 }),
      words(rightX + textWidth('What it is for', 'sans', 12.5, 600) + 8, 22, 'and what it can put on', {
        size: 12.5,
        fill: 'text-3',
      }),
    ],
    legend: [],
  };
  return { scene, goals };
}
