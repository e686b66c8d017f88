// Where the card of the tour stands: beside what it points at, never over it while there is room.

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 14;
const EDGE_PX = 12;

/** The upper left corner of a card: right of the target, left, below, above, else in the target's lower left corner. All px of the
 *  window. Never throws. */
export function placeCard(
  target: Area,
  card: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const within = (at: number, size: number, most: number) =>
    Math.max(EDGE_PX, Math.min(at, most - size - EDGE_PX));
  const x = within(target.x, card.width, room.width);
  const y = within(target.y, card.height, room.height);
  const right = Math.max(EDGE_PX, target.x + target.width + GAP_PX);
  if (right + card.width + EDGE_PX <= room.width) return { x: right, y };
  const left = target.x - GAP_PX - card.width;
  if (left >= EDGE_PX) return { x: left, y };
  const below = target.y + target.height + GAP_PX;
  if (below + card.height + EDGE_PX <= room.height) return { x, y: below };
  const above = target.y - GAP_PX - card.height;
  if (above >= EDGE_PX) return { x, y: within(above, card.height, room.height) };
  const bottom = Math.min(target.y + target.height, room.height) - card.height - EDGE_PX;
  return {
    x: within(target.x + EDGE_PX, card.width, room.width),
    y: within(bottom, card.height, room.height),
  };
}
