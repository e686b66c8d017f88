// Of a folded account: how many actions it has in each stage, under the head of the stage, and how the worst one stands.
import type { Geometry, Rect } from '../layout/geometry';
import type { PlanCard } from '../plan/plan';
import type { Primitive } from '../scene';
import { picture, words } from './ink';
import { textToken } from './state-style';

const SIGN_PX = 13;

/** Relative to the frame; nothing for an account that is open. Never throws. */
export function drawPerStage(
  card: PlanCard | undefined,
  frame: Rect,
  { cards, columns }: Geometry,
): readonly Primitive[] {
  const place = card === undefined ? undefined : cards.get(card.id);
  if (card?.perStage === undefined || place === undefined) return [];
  const middle = Math.round(place.y + place.height / 2 - frame.y);
  return card.perStage.flatMap(({ column, count, state }): readonly Primitive[] => {
    const left = columns[column]?.x;
    if (left === undefined) return [];
    const x = left - frame.x;
    const fill = state === 'works' ? 'text-2' : textToken(state);
    return [
      picture(state, x, middle - 7, SIGN_PX, state),
      words(x + SIGN_PX + 5, middle + 4, `${count}`, { size: 12, weight: 600, fill }),
    ];
  });
}
