// A name on two lines, broken where names have their joints.
import { type Font, shorten, textWidth, type Weight } from '../text-metrics';

/** The text on as few lines as it needs, at most `most`; what does not fit on the last is shortened in its middle. A text is broken
 *  after a hyphen, dot, slash, underscore or space, else between any two letters. Never throws. */
export function wrapName(
  text: string,
  room: number,
  most: number,
  font: Font,
  size: number,
  weight: Weight,
): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < most - 1 && textWidth(rest, font, size, weight) > room) {
    const line = firstLine(rest, room, font, size, weight);
    if (line === '') break;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, shorten(rest, room, font, size, weight)];
}

/** The longest beginning that ends at a joint and fits; without a joint the longest that fits. */
function firstLine(text: string, room: number, font: Font, size: number, weight: Weight): string {
  const pieces = text.match(/[^-./_ ]*[-./_ ]+|[^-./_ ]+$/g) ?? [text];
  let line = '';
  for (const piece of pieces) {
    if (textWidth((line + piece).trimEnd(), font, size, weight) > room) break;
    line += piece;
  }
  if (line !== '' && line !== text) return line;
  let fits = '';
  for (const letter of text) {
    if (textWidth(fits + letter, font, size, weight) > room) break;
    fits += letter;
  }
  return fits;
}
