// Which box is folded or opened from a card.
import type { Box, Scene } from '@/lib/scene/scene';
import { AUTO_FOLD } from '@/lib/scene/view';

const FOLDED = 'folded ';

/** The box that a folded card stands for; null for any other card. Never throws. */
export function unfolds(box: Box): string | null {
  if (box.kind !== 'folded' || !box.id.startsWith(FOLDED)) return null;
  const name = box.id.slice(FOLDED.length);
  // A stage is folded in every lane at once: `stage:Deploy region:111111111111/us-east-1`.
  return name.startsWith('stage:') ? name.replace(/ region:\S+$/, '') : name;
}

/** The smallest box around a card that can be folded: its lane, else its account; for a folded card the box itself. Never throws. */
export function boxAround(scene: Scene, card: Box): string | null {
  const own = unfolds(card);
  if (own !== null) return own;
  const around = scene.boxes.filter((box) => box.foldAt !== undefined && holds(box, card));
  return around.sort((a, b) => a.width * a.height - b.width * b.height)[0]?.id ?? null;
}

/** What the URL says after a box has been folded, or opened if it is; null where that is what the drawing does by itself. Never throws. */
export function foldAfter(
  asked: readonly string[] | null,
  box: string,
  folded: readonly string[],
): string[] | null {
  const words = asked ?? (folded.length === 0 ? [] : [AUTO_FOLD]);
  const lift = `-${box}`;
  const others = words.filter((word) => word !== box && word !== lift);
  const isByItself = words.includes(AUTO_FOLD) && !words.includes(box);
  const next = folded.includes(box)
    ? [...others, ...(isByItself ? [lift] : [])]
    : [...others, ...(words.includes(lift) ? [] : [box])];
  return next.length === 1 && next[0] === AUTO_FOLD ? null : next;
}

function holds(box: Box, card: Box): boolean {
  return (
    card.x >= box.x &&
    card.y >= box.y &&
    card.x + card.width <= box.x + box.width &&
    card.y + card.height <= box.y + box.height
  );
}
