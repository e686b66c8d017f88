// Prose on as many lines as it needs.

import { type Font, shorten, textWidth, type Weight } from '../text-metrics';
import { wrapName } from './wrap';

export interface ProseStyle {
  readonly font: Font;
  readonly size: number;
  readonly weight: Weight;
}

const MOST_PIECES = 6;

/** The text in lines no wider than `room` px, broken between words; a word too long for a line is broken at its joints. With more
 *  than `most` lines the last ends with `…`. Never throws. */
export function wrapText(
  text: string,
  room: number,
  { font, size, weight }: ProseStyle,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((word) => wrapName(word, room, MOST_PIECES, font, size, weight));
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, font, size, weight) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  const last = shown.length - 1;
  return shown.map((one, index) =>
    shorten(index === last && lines.length > most ? `${one} …` : one, room, font, size, weight),
  );
}
