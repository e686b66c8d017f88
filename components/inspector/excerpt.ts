// The part of a policy worth showing first: the marked lines and a little around them.
import type { PolicyLine } from '@/lib/scene/trail';

const AROUND = 2;
const SHORT = 12;

/** The lines within two of a marked one; the whole text when it is short, its beginning when nothing is marked. Never throws. */
export function excerpt(lines: readonly PolicyLine[]): readonly PolicyLine[] {
  if (lines.length <= SHORT) return lines;
  const isNear = (place: number) =>
    lines.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(({ mark }) => mark !== 'none');
  const near = lines.filter((_, place) => isNear(place));
  return near.length > 0 ? near : lines.slice(0, SHORT);
}
