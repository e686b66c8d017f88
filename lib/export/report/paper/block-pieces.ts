// The pieces of everything in a report that is no table.

import type { Scene } from '@/lib/scene/scene';
import type { Words } from '@/lib/scene/trail';
import { sheetOf } from '../../sheet';
import type { Block, Tone } from '../report';
import { MARK_ROOM, markParts } from './mark';
import { DEPTH, type Piece, ROOM, TURNED } from './piece';
import { lineParts, type RichStyle, richLines } from './rich-lines';
import { tablePieces } from './table-pieces';

const TEXT = { size: 9 } as const;
const STEP = 13;
const LABELS = 112;
const CODE = 7.4;
const CODE_STEP = 9.6;
const NUMBERS = 34;
/** Smaller than this the words of a drawing cannot be read; it is then turned, where that makes it larger. */
const SMALLEST = 0.5;
const LARGEST = 0.75;

/** The pieces of a block, in order. Never throws. */
export function blockPieces(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.words, block.level === 2 ? 15 : 10.5, block.tone ?? null);
    case 'text':
      return [...paragraph(block.words, TEXT, block.tone ?? null), { height: 3, parts: [] }];
    case 'facts':
      return [...block.facts.map(({ label, words }) => fact(label, words)), { height: 6, parts: [] }];
    case 'table':
      return tablePieces(block);
    case 'drawing':
      return [drawing(block.scene)];
    case 'policy':
      return policy(block);
    case 'signature':
      return [signature(block)];
  }
}

/** A heading; it never stands at the foot of a page. Never throws. */
export function heading(sentence: Words, size: number, tone: Tone = null): readonly Piece[] {
  const [first, ...rest] = paragraph(sentence, { size, weight: 650 }, tone, size * 1.35);
  const above: Piece = { height: size * 0.9, parts: [], staysWithNext: true };
  return [
    above,
    ...[first, ...rest].flatMap((one) => (one ? [{ ...one, staysWithNext: true as const }] : [])),
    {
      height: 3,
      parts: [],
      staysWithNext: true,
    },
  ];
}

/** One piece a line. Never throws. */
export function paragraph(
  sentence: Words,
  style: RichStyle,
  tone: Tone = null,
  step = STEP,
): readonly Piece[] {
  const x = tone === null ? 0 : MARK_ROOM + 2;
  return richLines(sentence, ROOM - x, style).map((line, index) => ({
    height: step,
    parts: [
      ...(tone !== null && index === 0 ? markParts(tone, 0, step - style.size - 1.5, style.size) : []),
      ...lineParts(line, x, step - 3, style),
    ],
  }));
}

function fact(label: string, sentence: Words): Piece {
  const quiet = { size: 8.4, fill: 'text-2' } as const;
  const labels = richLines([{ text: label }], LABELS - 8, quiet);
  const lines = richLines(sentence, ROOM - LABELS, { size: 8.4 });
  return {
    height: Math.max(labels.length, lines.length) * 12,
    parts: [
      ...labels.flatMap((line, index) => lineParts(line, 0, 9 + index * 12, quiet)),
      ...lines.flatMap((line, index) => lineParts(line, LABELS, 9 + index * 12, { size: 8.4 })),
    ],
  };
}

function drawing(scene: Scene): Piece {
  const sheet = sheetOf(scene, { theme: 'light' });
  const fits = (width: number, height: number) =>
    Math.min(width / sheet.width, height / sheet.height, LARGEST);
  const upright = fits(ROOM, DEPTH);
  const turned = fits(TURNED.width, TURNED.height);
  const isTurned = upright < SMALLEST && turned > upright * 1.15;
  const scale = isTurned ? turned : upright;
  return {
    height: isTurned ? TURNED.height : sheet.height * scale + 8,
    parts: [],
    drawing: { scene, x: 0, y: 0, scale, isTurned },
  };
}

function policy({ title, lines }: Extract<Block, { kind: 'policy' }>): readonly Piece[] {
  const quiet = { size: 8, fill: 'text-2' } as const;
  const head = paragraph([{ text: title }], quiet, null, 13).map((one) => ({
    ...one,
    staysWithNext: true as const,
  }));
  const bar = (height: number) => ({ kind: 'rect', x: 0, y: 0, width: 3, height, fill: 'line-2' }) as const;
  const body = lines.map(({ number, text, mark, isNew }): Piece => {
    const isMarked = mark !== 'none' || isNew === true;
    const style = { size: CODE, weight: isMarked ? 600 : 400 } as const;
    const indent = text.length - text.trimStart().length;
    const x = NUMBERS + Math.min(indent, 40) * CODE * 0.55;
    const wrapped = richLines([{ text: text.trimStart(), mono: true }], ROOM - x, style);
    const sign = isNew === true ? '+' : mark === 'failed' ? '!' : mark === 'deciding' ? '>' : '';
    const height = wrapped.length * CODE_STEP;
    return {
      height,
      parts: [
        bar(height),
        ...lineParts([{ text: sign, font: 'mono', weight: 600 }], 8, 7.4, { size: CODE }),
        {
          kind: 'text',
          x: NUMBERS - 6,
          y: 7.4,
          text: String(number),
          font: 'mono',
          size: 6.6,
          weight: 400,
          fill: 'text-3',
          anchor: 'end',
        },
        ...wrapped.flatMap((line, index) => lineParts(line, x, 7.4 + index * CODE_STEP, style)),
      ],
    };
  });
  return [...head, ...body, { height: 8, parts: [] }];
}

function signature({ words, fields }: Extract<Block, { kind: 'signature' }>): Piece {
  const lines = richLines(words, ROOM - 28, TEXT);
  const top = 14 + lines.length * STEP;
  const height = top + fields.length * 34 + 10;
  return {
    height: height + 12,
    parts: [
      { kind: 'rect', x: 0.5, y: 4, width: ROOM - 1, height, stroke: 'ink', strokeWidth: 1 },
      ...lines.flatMap((line, index) => lineParts(line, 14, 20 + index * STEP, TEXT)),
      ...fields.flatMap((field, index) => {
        const y = top + (index + 1) * 34;
        return [
          ...lineParts([{ text: field, font: 'sans', weight: 400 }], 14, y - 4, { size: 8, fill: 'text-2' }),
          { kind: 'rect' as const, x: 14, y, width: ROOM - 28, height: 0.75, fill: 'line-3' as const },
        ];
      }),
    ],
  };
}
