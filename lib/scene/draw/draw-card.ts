// Cards on the lanes: actions with the hat they wear, stores, keys, connections and shared resources.
import { assertNever } from '@/lib/base/assert-never';
import type { PlanCard } from '../plan/plan';
import type { Primitive, Stroke } from '../scene';
import { drawFolded } from './draw-folded';
import { drawHat, drawService } from './draw-hat';
import { drawTab } from './draw-tab';
import { picture, words } from './ink';
import { borderStroke, textToken } from './state-style';

export interface CardLook {
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  readonly dimmed: boolean;
}

/** The primitives of a card, relative to its top left corner. Never throws. */
export function drawCard(card: PlanCard, look: CardLook): readonly Primitive[] {
  switch (card.kind) {
    case 'action':
      return drawAction(card, look);
    case 'hat':
      return drawHat(card, look);
    case 'service':
      return drawService(card, look);
    case 'folded':
      return drawFolded(card, look);
    case 'store':
    case 'bucket':
    case 'key':
    case 'connection':
    case 'resource':
    case 'ci':
      return drawShelfCard(card, look);
    default:
      return assertNever(card.kind);
  }
}

function drawAction(card: PlanCard, { width, height, selected, dimmed }: CardLook): readonly Primitive[] {
  const border = borderStroke(card.mark);
  const quiet = dimmed ? 'text' : 'text-2';
  const heavy = selected && card.mark !== null && card.mark !== 'works';
  return [
    ...(selected ? selection(width, height) : []),
    { kind: 'rect', x: 0, y: 0, width, height, radius: 7, fill: 'raised' },
    ...drawFoot(card, width, height, quiet),
    { kind: 'rect', x: 0, y: 0, width, height, radius: 7, ...border, ...(heavy ? { strokeWidth: 2 } : {}) },
    words(10, 19, card.title, { size: 12, weight: 600 }, width - 20 - (card.mark === null ? 0 : 19)),
    words(10, 35, card.second, { size: 11, fill: quiet }, width - 20),
    ...(card.mark === null ? [] : [picture(card.mark, width - 23, 7, 15, card.mark)]),
    ...drawTab(card, width, dimmed),
  ];
}

function drawFoot(
  card: PlanCard,
  width: number,
  height: number,
  quiet: 'text' | 'text-2',
): readonly Primitive[] {
  if (card.foot === null) return [];
  const top = height - 20;
  const fill = card.modelled ? quiet : 'unknown-t';
  return [
    {
      kind: 'path',
      d: `M0.5 ${top}H${width - 0.5}V${height - 7}a6.5 6.5 0 0 1 -6.5 6.5H7a6.5 6.5 0 0 1 -6.5 -6.5z`,
      fill: 'lane',
    },
    { kind: 'path', d: `M0 ${top}H${width}`, stroke: 'line', strokeWidth: 1 },
    picture(card.foot.glyph, 9, top + 4, 12, fill),
    words(26, top + 14, card.foot.text, { size: 10.5, fill }, width - 36),
  ];
}

/** 1.5 px of ink at 4 px distance; the verdict's border stays. */
function selection(width: number, height: number): readonly Primitive[] {
  return [
    {
      kind: 'rect',
      x: -4.75,
      y: -4.75,
      width: width + 9.5,
      height: height + 9.5,
      radius: 11,
      fill: 'surface',
      stroke: 'ink',
      strokeWidth: 1.5,
    },
  ];
}

function drawShelfCard(card: PlanCard, { width, height, dimmed }: CardLook): readonly Primitive[] {
  const left = card.kind === 'key' ? 14 : 10;
  const marked = card.mark !== null && card.mark !== 'works';
  const fill = !card.scanned
    ? 'unknown-t'
    : card.atFault && card.mark !== null
      ? textToken(card.mark)
      : dimmed
        ? 'text'
        : 'text-2';
  const room = width - left - 12;
  return [
    ...shape(card, width, height),
    picture(card.glyph, left, 7, 14, 'text', 1.9),
    words(
      left + 19,
      19,
      card.title,
      { size: 12, weight: 600 },
      room - 19 - (marked ? (card.kind === 'key' ? 22 : 18) : 0),
    ),
    words(left, 34, card.scanned ? card.second : `${card.second}, not scanned`, { size: 11, fill }, room),
    ...(marked && card.mark !== null
      ? [picture(card.mark, width - (card.kind === 'key' ? 27 : 22), 7, 14, card.mark)]
      : []),
  ];
}

function shape(card: PlanCard, width: number, height: number): readonly Primitive[] {
  const border = shelfBorder(card);
  const fill = 'raised';
  const hatch: readonly Primitive[] = card.scanned
    ? []
    : [
        {
          kind: 'rect',
          x: 0,
          y: 0,
          width,
          height,
          radius: card.kind === 'key' ? height / 2 : 7,
          fill: 'hatch',
        },
      ];
  if (card.kind === 'store' || card.kind === 'bucket') {
    const d = `M0 3a3 3 0 0 1 3 -3H${width - 3}a3 3 0 0 1 3 3V${height - 7}a7 7 0 0 1 -7 7H7a7 7 0 0 1 -7 -7z`;
    const lid = border.dash === undefined ? 'line-3' : (border.stroke ?? 'line-3');
    return [
      { kind: 'path', d, fill },
      ...hatch,
      { kind: 'path', d, ...border },
      { kind: 'path', d: `M2 0H${width - 2}M1 3H${width - 1}`, stroke: lid, strokeWidth: 1 },
    ];
  }
  const radius = card.kind === 'key' ? height / 2 : card.kind === 'ci' ? 8 : 7;
  return [
    { kind: 'rect', x: 0, y: 0, width, height, radius, fill },
    ...hatch,
    { kind: 'rect', x: 0, y: 0, width, height, radius, ...border },
  ];
}

function shelfBorder(card: PlanCard): Stroke {
  if (card.atFault) return { stroke: 'broken', strokeWidth: 1.5, dash: '4 3' };
  if (!card.scanned) return { stroke: 'unknown', strokeWidth: 1.5, dash: '1 4', cap: 'round' };
  if (card.kind === 'ci') return { stroke: 'line-3', strokeWidth: 1, dash: '4 3' };
  return card.mark === 'unknown' || card.mark === 'depends'
    ? borderStroke(card.mark)
    : { stroke: 'line-2', strokeWidth: 1 };
}
