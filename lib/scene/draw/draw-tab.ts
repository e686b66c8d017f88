// The tab on top of an action card: the hat that the action wears.
import type { PlanCard } from '../plan/plan';
import type { Primitive } from '../scene';
import { shorten, textWidth } from '../text-metrics';
import { picture, words } from './ink';

const LEFT = 12;
/** Right of the tab there is room for edges that come from above. */
const FREE = 32;
/** The hat's sign and the tab's padding. */
const GLYPH = 25;
const TEXT = { font: 'mono', size: 10, weight: 500 } as const;

/** The hat's tab with its brim; nothing where no hat is worn. Never throws. */
export function drawTab(card: PlanCard, width: number, dimmed: boolean): readonly Primitive[] {
  if (card.wears === null) return [];
  const { text, account, overBroad } = card.wears;
  const room = width - LEFT - FREE - GLYPH;
  const long = account === '' ? text : `${account}/${text}`;
  const fits = textWidth(long, TEXT.font, TEXT.size, TEXT.weight) <= room;
  const shown = fits ? long : shorten(text, room, TEXT.font, TEXT.size, TEXT.weight);
  const wide = Math.ceil(textWidth(shown, TEXT.font, TEXT.size, TEXT.weight)) + GLYPH;
  const right = LEFT + wide;
  const fill = overBroad ? 'broad-t' : dimmed ? 'text' : 'text-2';
  const edge = overBroad ? 'broad-rail' : 'line-2';
  const brim = overBroad ? { left: 8, right: 14 } : { left: 6, right: 6 };
  const label = words(LEFT + 18, -4.5, shown, { ...TEXT, fill });
  return [
    {
      kind: 'path',
      d: `M${LEFT} 0V-9a7 7 0 0 1 7 -7H${right - 7}a7 7 0 0 1 7 7V0`,
      fill: overBroad ? 'broad' : 'raised',
      stroke: edge,
      strokeWidth: 1,
    },
    picture('hat', LEFT + 5, -14, 11, fill),
    label.kind === 'text' && shown !== long ? { ...label, full: long } : label,
    {
      kind: 'rect',
      x: LEFT - brim.left,
      y: -1.5,
      width: wide + brim.left + brim.right,
      height: 3,
      radius: 1.5,
      fill: overBroad ? 'broad-rail' : 'line-3',
    },
  ];
}
