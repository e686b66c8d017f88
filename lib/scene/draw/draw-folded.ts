// A box that was folded into one card: two sheets behind it, a count, and how its worst thing stands.
import type { PlanCard } from '../plan/plan';
import type { Primitive } from '../scene';
import { picture, words } from './ink';
import { borderStroke, textToken } from './state-style';

interface FoldedLook {
  readonly width: number;
  readonly height: number;
  readonly dimmed: boolean;
}

/** The card of a folded account, region or stage. Never throws. */
export function drawFolded(card: PlanCard, { width, height, dimmed }: FoldedLook): readonly Primitive[] {
  const sheet = (by: number): Primitive => ({
    kind: 'rect',
    x: by,
    y: by,
    width,
    height,
    radius: 7,
    fill: 'raised',
    stroke: 'line-2',
    strokeWidth: 1,
  });
  const mark = card.mark;
  const fill = mark === null || mark === 'works' ? (dimmed ? 'text' : 'text-2') : textToken(mark);
  const middle = Math.round(height / 2);
  const marks = (mark === null ? 0 : 19) + (card.overBroad ? 19 : 0);
  return [
    sheet(6),
    sheet(3),
    { kind: 'rect', x: 0, y: 0, width, height, radius: 7, fill: 'raised', ...borderStroke(mark) },
    words(10, middle - 3, card.title, { size: 12, weight: 600 }, width - 20 - marks),
    words(10, middle + 11, card.second, { size: 11, fill }, width - 18),
    ...(mark === null ? [] : [picture(mark, width - 23, middle - 14, 14, mark)]),
    ...(card.overBroad ? [picture('overbroad', width - 42, middle - 14, 14, 'broad-rail')] : []),
  ];
}
