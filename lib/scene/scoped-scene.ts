// A part of a drawing by itself, each thing in the place that it has in the whole: so two files can be laid side by side.
import type { Box, Scene } from './scene';

/** What of a drawing is asked for: all of it, or what belongs to the permission path of the selected action. */
export const SCOPES = ['whole', 'path'] as const;
export type Scope = (typeof SCOPES)[number];

/** The drawing with the cards and lines of one action's permission path, the accounts and regions in which these stand, and the heads of
 *  all stages. Never throws. */
export function pathOnly(scene: Scene, action: string): Scene {
  const cards = scene.boxes.filter((box) => box.shape === 'card' && box.paths.includes(action));
  const kept = new Set(cards.map((box) => box.id));
  const lines = scene.lines.filter((line) => line.paths.includes(action));
  for (const { from, to } of lines) {
    kept.add(from);
    kept.add(to);
  }
  const shown = scene.boxes.filter((box) => box.shape === 'card' && kept.has(box.id));
  return {
    ...scene,
    boxes: scene.boxes.filter(
      (box) =>
        box.shape === 'head' ||
        (box.shape === 'card' ? kept.has(box.id) : shown.some((card) => holds(box, card))),
    ),
    lines,
  };
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
