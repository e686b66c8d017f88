// Hats on the rack, and the services that put them on.
import type { PlanCard } from '../plan/plan';
import type { Primitive, Stroke } from '../scene';
import { picture, words } from './ink';

interface HatLook {
  readonly width: number;
  readonly height: number;
  readonly dimmed: boolean;
}

/** A rounded crown over a brim that overhangs; too wide a hat has a yellow brim, wider than the others. Never throws. */
export function drawHat(card: PlanCard, { width, height, dimmed }: HatLook): readonly Primitive[] {
  const d = `M0 ${height}V16a16 16 0 0 1 16 -16H${width - 16}a16 16 0 0 1 16 16V${height}`;
  const quiet = card.scanned ? (dimmed ? 'text' : 'text-2') : 'unknown-t';
  const marked = card.mark !== null && card.mark !== 'works';
  const second =
    card.scanned || card.second.includes('not exist') ? card.second : `${card.second}, not scanned`;
  return [
    { kind: 'path', d, fill: 'raised' },
    ...(card.scanned ? [] : [{ kind: 'path' as const, d, fill: 'hatch' as const }]),
    { kind: 'path', d, ...crown(card) },
    brim(card, width, height),
    picture('hat', 10, 3, 14, 'text', 1.9),
    words(29, 15, card.title, { size: 11.5, weight: 600 }, width - 29 - (marked ? 27 : 10)),
    words(10, 27.5, second, { size: 10.5, fill: quiet }, width - 20),
    ...(marked && card.mark !== null ? [picture(card.mark, width - 24, 5, 14, card.mark)] : []),
  ];
}

function crown(card: PlanCard): Stroke {
  if (!card.scanned) return { stroke: 'unknown', strokeWidth: 1.5, dash: '1 4', cap: 'round' };
  if (card.mark === 'broken') return { stroke: 'broken', strokeWidth: 1.5, dash: '4 3' };
  return { stroke: card.overBroad ? 'broad-rail' : 'line-2', strokeWidth: 1 };
}

function brim(card: PlanCard, width: number, height: number): Primitive {
  const y = height - 2;
  if (card.overBroad)
    return {
      kind: 'rect',
      x: -14,
      y,
      width: width + 23,
      height: 8,
      radius: 4,
      fill: 'broad',
      stroke: 'broad-rail',
      strokeWidth: 1,
    };
  return { kind: 'rect', x: -7, y, width: width + 14, height: 5, radius: 2.5, fill: 'line-3' };
}

/** An AWS service: its name beside the ring through which it puts the hat below on. Never throws. */
export function drawService(card: PlanCard, { width }: HatLook): readonly Primitive[] {
  return [words(33, 16, card.title, { size: 11, weight: 500, fill: 'text-2' }, width - 33)];
}
