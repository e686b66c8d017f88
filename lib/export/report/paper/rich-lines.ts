// Sentences with names in them on as many lines as they need.
import { wrapName } from '@/lib/scene/draw/wrap';
import type { Token } from '@/lib/scene/scene';
import { textWidth, type Weight } from '@/lib/scene/text-metrics';
import type { Words } from '@/lib/scene/trail';
import type { Part } from './piece';

export interface RichStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: Token;
}

/** One line: what stands on it, from left to right. */
export type RichLine = readonly {
  readonly text: string;
  readonly font: 'sans' | 'mono';
  readonly weight: Weight;
}[];

interface Word {
  readonly text: string;
  readonly font: 'sans' | 'mono';
  readonly weight: Weight;
  /** Whether a space stands before it. */
  readonly isApart: boolean;
}

const MOST_PIECES = 400;

/** Typographic quotes are as wide as those of a typewriter. */
function widthOf(text: string, font: 'sans' | 'mono', size: number, weight: Weight): number {
  return textWidth(text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'), font, size, weight);
}

/** Mono looks larger than sans of the same size. */
function sizeOf(font: 'sans' | 'mono', size: number): number {
  return font === 'mono' ? size * 0.94 : size;
}

/** The lines of a sentence that are at most `room` points wide; what is too long for a line is broken at its joints. Never throws. */
export function richLines(
  sentence: Words,
  room: number,
  { size, weight = 400 }: RichStyle,
): readonly RichLine[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(sentence, weight, room, size)) {
    const gap = word.isApart && used > 0 ? widthOf(' ', word.font, sizeOf(word.font, size), word.weight) : 0;
    const width = widthOf(word.text, word.font, sizeOf(word.font, size), word.weight);
    if (used > 0 && used + gap + width > room) {
      lines.push([word]);
      used = width;
    } else {
      lines.at(-1)?.push(word);
      used += gap + width;
    }
  }
  return lines.map(joined);
}

/** A line as primitives with its base line at y. Never throws. */
export function lineParts(
  line: RichLine,
  x: number,
  y: number,
  { size, fill = 'text' }: RichStyle,
): readonly Part[] {
  let at = x;
  return line.map(({ text, font, weight }) => {
    const part: Part = { kind: 'text', x: at, y, text, font, size: sizeOf(font, size), weight, fill };
    at += widthOf(text, font, sizeOf(font, size), weight);
    return part;
  });
}

/** How wide a line is. Never throws. */
export function lineWidth(line: RichLine, size: number): number {
  return line.reduce(
    (sum, { text, font, weight }) => sum + widthOf(text, font, sizeOf(font, size), weight),
    0,
  );
}

function wordsOf(sentence: Words, weight: Weight, room: number, size: number): readonly Word[] {
  const words: Word[] = [];
  let isApart = false;
  for (const { text, mono, strong } of sentence) {
    const font = mono ? 'mono' : 'sans';
    const of: Weight = strong ? 600 : weight;
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) {
        isApart = true;
        continue;
      }
      for (const [index, piece] of wrapName(part, room, MOST_PIECES, font, sizeOf(font, size), of).entries())
        words.push({ text: piece, font, weight: of, isApart: isApart && index === 0 });
      isApart = false;
    }
  }
  return words;
}

/** Words of one kind together, so that a reader of the file finds sentences and not words. */
function joined(line: readonly Word[]): RichLine {
  const parts: { text: string; font: 'sans' | 'mono'; weight: Weight }[] = [];
  for (const { text, font, weight, isApart } of line) {
    const last = parts.at(-1);
    const gap = isApart && last !== undefined ? ' ' : '';
    if (last !== undefined && last.font === font && last.weight === weight) last.text += gap + text;
    // A space of mono is twice as wide: between the two it is one of sans.
    else if (font === 'sans') parts.push({ text: gap + text, font, weight });
    else {
      if (last !== undefined) last.text += gap;
      parts.push({ text, font, weight });
    }
  }
  return parts;
}
