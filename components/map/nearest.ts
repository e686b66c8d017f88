// The card that an arrow key leads to.
import type { Box } from '@/lib/scene/scene';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const WAYS: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(WAYS, key);
}

/** The nearest card in the direction of the arrow, sideways distance counting double; null at the edge. Never throws. */
export function nearestCard(boxes: readonly Box[], from: Box, arrow: Arrow): Box | null {
  const [dx, dy] = WAYS[arrow];
  const middle = (box: Box): readonly [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  const [x, y] = middle(from);
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.shape !== 'card' || box.id === from.id) continue;
    const [bx, by] = middle(box);
    const ahead = (bx - x) * dx + (by - y) * dy;
    if (ahead <= 4) continue;
    const cost = ahead + 2 * Math.abs((bx - x) * dy + (by - y) * dx);
    if (cost >= least) continue;
    least = cost;
    best = box;
  }
  return best;
}
