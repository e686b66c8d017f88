// Fixed sizes in px. Everything stands on a grid of 4.
import type { PlanCard } from '../plan/plan';
import { textWidth } from '../text-metrics';
import { snap } from './channels';

export const MARGIN = 12;
export const HEAD_HEIGHT = 40;
export const HEAD_TOP = 8;
export const RACK_TOP = 32;
export const HAT_HEIGHT = 36;
export const HAT_GAP = 16;
export const SERVICE_HEIGHT = 24;
export const TAB_HEIGHT = 16;
export const ACTION_HEIGHT = 48;
export const FOOT_HEIGHT = 20;
export const SHELF_HEIGHT = 44;
export const CI_HEIGHT = 40;
export const FRAME_PAD = 8;
export const LANE_LABEL = 24;
export const LANE_BOTTOM = 8;

const NARROWEST = 120;
const NARROWEST_HATLESS = 104;
const USUAL = 156;
const WIDEST = 168;
const HAT_NARROWEST = 136;
const HAT_WIDEST = 176;

/** The height of a card. Never throws. */
export function heightOf(card: PlanCard): number {
  switch (card.kind) {
    case 'action':
      return ACTION_HEIGHT + (card.foot === null ? 0 : FOOT_HEIGHT);
    case 'hat':
      return HAT_HEIGHT;
    case 'folded':
      return card.region === null ? HAT_HEIGHT : ACTION_HEIGHT;
    case 'service':
      return SERVICE_HEIGHT;
    case 'ci':
      return CI_HEIGHT;
    default:
      return SHELF_HEIGHT;
  }
}

/** The width of a column: an action's name may widen it most; what would be shortened anyway widens it less. Never throws. */
export function columnWidth(cards: readonly PlanCard[], head: string): number {
  const least = cards.every((card) => card.kind === 'action' && card.wears === null)
    ? NARROWEST_HATLESS
    : NARROWEST;
  const actions = cards
    .filter((card) => card.kind === 'action')
    .map((card) => textWidth(card.title, 'sans', 12, 600) + 40);
  const others = cards.map((card) => {
    const title = textWidth(card.title, 'sans', 12, 600) + (card.kind === 'key' ? 48 : 44);
    const second = textWidth(card.second, 'sans', 11, 400) + 24;
    const tab = card.wears === null ? 0 : textWidth(card.wears.text, 'mono', 10, 500) + 69;
    return Math.min(USUAL, Math.max(card.kind === 'action' ? 0 : title, second, tab));
  });
  const heading = Math.min(USUAL, textWidth(head, 'sans', 12.5, 600) + 40);
  return Math.min(WIDEST, snap(Math.max(least, heading, ...actions, ...others)));
}

/** Whether an account's name and number stand beside one another above the rack; else one below the other. Never throws. */
export function titleLines(name: string, id: string, rack: number): 1 | 2 {
  if (name === id) return 1;
  return textWidth(name, 'sans', 13, 650) + 6 + textWidth(id, 'mono', 10.5, 400) <= rack ? 1 : 2;
}

/** The width of the hats, one for the whole drawing so that racks stand in line. */
export function rackWidth(cards: readonly PlanCard[]): number {
  const wanted = cards.map((card) => textWidth(card.title, 'sans', 12, 600) + 42);
  return Math.min(HAT_WIDEST, snap(Math.max(HAT_NARROWEST, ...wanted)));
}
