// The words on the path in focus: one verb per edge, and one note at the fault.

import type { State } from '@/lib/verdict/judgement';
import type { Rect } from '../layout/geometry';
import { straights } from '../layout/path-walk';
import type { Point } from '../layout/polyline';
import type { Primitive, Token } from '../scene';
import { textWidth } from '../text-metrics';
import { coverCost, type Obstacles, placeNear } from './free-place';
import { words } from './ink';
import { borderStroke, textToken } from './state-style';

const VERB = { size: 10.5, weight: 500, fill: 'text-2' } as const;
const HEIGHT = 16;
const COVERS_CARD = 400;

export interface Placed {
  readonly rect: Rect;
  readonly parts: readonly Primitive[];
}

/** The verb of an edge: on a horizontal piece with the line cut behind it, or beside a vertical one; null where there is no room
 *  but over a card or a ring. Never throws. */
export function drawVerb(
  verb: string,
  points: readonly Point[],
  obstacles: Obstacles,
  groundAt: (point: Point) => Token,
): Placed | null {
  const width = Math.ceil(textWidth(verb, 'sans', VERB.size, VERB.weight)) + 10;
  let best: Rect & { readonly on: boolean } = { x: 0, y: 0, width, height: HEIGHT, on: false };
  let least = Number.POSITIVE_INFINITY;
  const total = straights(points).at(-1)?.end ?? 0;
  for (const { from, to, turn, start } of straights(points)) {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    for (let step = 4; step < length; step += 8) {
      const x = from.x + (Math.sign(to.x - from.x) || 0) * step;
      const y = from.y + (Math.sign(to.y - from.y) || 0) * step;
      const fits =
        turn === 'h' && length >= width + 28 && step > width / 2 + 10 && length - step > width / 2 + 10;
      const spots = [
        ...(fits ? [{ x: x - width / 2, y: y - HEIGHT / 2, on: true, extra: 0 }] : []),
        ...(turn === 'v'
          ? [
              { x: x + 3, y: y - HEIGHT / 2, on: false, extra: 10 },
              { x: x - 3 - width, y: y - HEIGHT / 2, on: false, extra: 14 },
            ]
          : [
              { x: x - width / 2, y: y - HEIGHT - 2, on: false, extra: 24 },
              { x: x - width / 2, y: y + 2, on: false, extra: 24 },
            ]),
      ];
      for (const { extra, ...spot } of spots) {
        const rect = { ...spot, width, height: HEIGHT };
        // An edge's own line under its verb is cut on purpose: 30 is what one line costs.
        const cover = coverCost(rect, obstacles) - (spot.on ? 30 : 0);
        const cost = cover + extra + Math.abs(start + step - total / 2) * 0.08;
        if (cost >= least) continue;
        least = cost;
        best = rect;
      }
    }
  }
  if (least >= COVERS_CARD) return null;
  const { on, ...rect } = best;
  return {
    rect,
    parts: [
      ...(on || coverCost(rect, obstacles) > 0
        ? [{ kind: 'rect' as const, ...rect, radius: 4, fill: on ? ('surface' as const) : groundAt(rect) }]
        : []),
      words(rect.x + rect.width / 2, rect.y + 11.5, verb, { ...VERB, anchor: 'middle' }),
    ],
  };
}

/** A note of at most three lines beside the fault. Never throws. */
export function drawNote(
  head: string,
  lines: readonly string[],
  state: State,
  anchor: Point,
  obstacles: Obstacles,
): Placed {
  const shown = lines.slice(0, 2);
  const width =
    Math.ceil(
      Math.max(
        textWidth(head, 'sans', 11, 600),
        ...shown.map((line) => Math.min(220, textWidth(line, 'sans', 11, 400))),
      ) / 4,
    ) *
      4 +
    20;
  const rect = placeNear(anchor, { width, height: 14 + 15 * (shown.length + 1) }, obstacles);
  return {
    rect,
    parts: [
      { kind: 'rect', ...rect, radius: 7, fill: 'surface', ...borderStroke(state), strokeWidth: 1 },
      words(rect.x + 10, rect.y + 18, head, { size: 11, weight: 600, fill: textToken(state) }),
      ...shown.map((line, i) =>
        words(rect.x + 10, rect.y + 33 + 15 * i, line, { size: 11, fill: 'text-2' }, 220),
      ),
    ],
  };
}
