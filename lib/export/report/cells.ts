// How cells and columns of a report's tables are put together.
import { stateWord } from '@/lib/scene/state-word';
import type { Words } from '@/lib/scene/trail';
import { mono, words } from '@/lib/scene/words';
import type { Block, Cell, Tone } from './report';

/** Words as a cell. Never throws. */
export function cell(text: string | Words, tone?: Tone): Cell {
  const said = typeof text === 'string' ? ticked(text) : text;
  return tone === undefined ? { words: said } : { words: said, tone };
}

/** A name that AWS sees, as a cell. Never throws. */
export function name(text: string): Cell {
  return { words: words(mono(text)) };
}

/** A verdict in a word, with its mark. Never throws. */
export function stateCell(state: Parameters<typeof stateWord>[0], overBroad = false): Cell {
  return cell(`${stateWord(state)}${overBroad ? ', over-broad' : ''}`, state);
}

/** A table whose columns are as wide as these parts say. Never throws. */
export function table(
  caption: string,
  columns: readonly (readonly [title: string, parts: number, align?: 'end'])[],
  rows: readonly (readonly Cell[])[],
): Block {
  const whole = columns.reduce((sum, [, parts]) => sum + parts, 0);
  return {
    kind: 'table',
    caption,
    columns: columns.map(([title, parts, align]) => ({
      title,
      width: parts / whole,
      ...(align === undefined ? {} : { align }),
    })),
    rows,
  };
}

/** A sentence as a block; what it has in backticks is a name. Never throws. */
export function text(...parts: readonly (string | Words[number])[]): Block {
  return {
    kind: 'text',
    words: words(...parts.flatMap((part) => (typeof part === 'string' ? ticked(part) : part))),
  };
}

/** Names are set apart from the words around them. */
function ticked(sentence: string): Words {
  const parts = sentence.split(/`([^`\n]+)`/);
  return words(...parts.map((part, index) => (index % 2 === 1 ? mono(part) : part)));
}
