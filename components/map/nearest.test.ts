// Where the arrow keys lead.
import { expect, it } from 'vitest';
import type { Box } from '@/lib/scene/scene';
import { nearestCard } from './nearest';

const card = (id: string, x: number, y: number): Box => ({
  id,
  shape: 'card',
  kind: 'action',
  x,
  y,
  width: 100,
  height: 40,
  parts: [],
  label: id,
  opens: null,
  state: null,
  overBroad: false,
  opacity: 1,
  selected: false,
  paths: [],
});
const here = card('here', 200, 200);
const boxes = [
  here,
  card('right', 400, 210),
  card('far right', 700, 200),
  card('below', 200, 300),
  card('slanting', 400, 500),
];

it.each([
  ['ArrowRight', 'right'],
  ['ArrowDown', 'below'],
  ['ArrowLeft', undefined],
] as const)('%s leads to %s', (arrow, id) => {
  expect(nearestCard(boxes, here, arrow)?.id).toBe(id);
});
