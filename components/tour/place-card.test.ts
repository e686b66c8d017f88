import { expect, it } from 'vitest';
import { placeCard } from './place-card';

const room = { width: 1440, height: 900 };
const card = { width: 340, height: 200 };

it.each([
  ['right of what leaves room there', { x: 100, y: 100, width: 400, height: 300 }, { x: 514, y: 100 }],
  ['left of a panel', { x: 1040, y: 200, width: 400, height: 80 }, { x: 686, y: 200 }],
  ['below what is as wide as the window', { x: 0, y: 50, width: 1440, height: 100 }, { x: 12, y: 164 }],
  ['above what stands at the lower edge', { x: 0, y: 600, width: 1440, height: 300 }, { x: 12, y: 386 }],
  ['in the corner of what fills everything', { x: 48, y: 90, width: 1392, height: 810 }, { x: 60, y: 688 }],
])('stands %s', (_, target, place) => {
  expect(placeCard(target, card, room)).toEqual(place);
});

it('never leaves the window, however small it is', () => {
  const { x, y } = placeCard({ x: -50, y: 2000, width: 20, height: 20 }, card, { width: 360, height: 640 });
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y + card.height).toBeLessThanOrEqual(640);
});
