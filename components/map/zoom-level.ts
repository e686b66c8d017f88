// How much can be read at a zoom.
import type { Box, Primitive } from '@/lib/scene/scene';

export const ZOOM_LEVELS = ['far', 'middle', 'near'] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];

const FAR_BELOW = 0.45;
const MIDDLE_BELOW = 0.85;

/** far: counts and states; middle: names; near: everything. Never throws. */
export function zoomLevel(zoom: number): ZoomLevel {
  return zoom < FAR_BELOW ? 'far' : zoom < MIDDLE_BELOW ? 'middle' : 'near';
}

/** What is drawn of a box at a level. Never throws. */
export function partsAt(box: Box, level: ZoomLevel): readonly Primitive[] {
  if (level === 'far') return box.far ?? box.middle ?? box.parts;
  return level === 'middle' ? (box.middle ?? box.parts) : box.parts;
}
