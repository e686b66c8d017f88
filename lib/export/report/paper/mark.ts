// The sign of a state on paper: its shape tells, not its colour.
import type { Tone } from '../report';
import type { Part } from './piece';

/** What a sign takes of a line, with the space behind it. */
export const MARK_ROOM = 12;

/** The sign with its upper left at x, y, as high as letters of this size. Never throws. */
export function markParts(tone: Exclude<Tone, null>, x: number, y: number, size: number): readonly Part[] {
  const name = tone === 'broad' ? 'overbroad' : tone;
  return [{ kind: 'glyph', name, x, y: y - 0.5, size: size + 1, stroke: `${tone}-t`, strokeWidth: 2 }];
}
