// What stands on a sheet beside the drawing itself: heading, legend, margins. Every format with coordinates lays it out the same way.
import { byHand, handDrawn } from '@/lib/scene/hand/hand-drawn';
import type { Box, Line, Primitive, Scene, Token } from '@/lib/scene/scene';
import { shorten, textWidth } from '@/lib/scene/text-metrics';
import { coloursOf } from '@/lib/scene/theme';
import type { ExportOptions } from './exporter';

const MARGIN = 16;
const HEAD = 48;
const LEGEND_ROW = 24;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly colours: Readonly<Record<Token, string>>;
  readonly isHand: boolean;
  readonly head: readonly Primitive[];
  /** Where the drawing's own 0, 0 stands. */
  readonly origin: { readonly x: number; readonly y: number };
  /** Painted in this order: grounds, lines, cards, rings of the lines, texts. */
  readonly grounds: readonly Box[];
  readonly lines: readonly Line[];
  readonly cards: readonly Box[];
  readonly texts: readonly Primitive[];
  readonly legend: readonly {
    readonly x: number;
    readonly y: number;
    readonly parts: readonly Primitive[];
  }[];
}

/** The sheet of a scene in these looks. Never throws. */
export function sheetOf(clean: Scene, { theme, pen = 'clean' }: ExportOptions): Sheet {
  const isHand = pen === 'hand';
  const scene = isHand ? handDrawn(clean) : clean;
  const penned = (list: readonly Primitive[], owner: string): readonly Primitive[] =>
    isHand ? byHand(list, owner) : list;
  const rows = legendRows(scene);
  const width = Math.max(scene.width + 2 * MARGIN, 480);
  return {
    width,
    height: HEAD + scene.height + rows.length * LEGEND_ROW + 2 * MARGIN,
    colours: coloursOf(theme, pen),
    isHand,
    head: penned(heading(scene, width), 'head'),
    origin: { x: MARGIN, y: HEAD },
    grounds: scene.boxes.filter((box) => box.shape !== 'card'),
    lines: scene.lines.filter((line) => line.parts.length > 0 || line.ringParts.length > 0),
    cards: scene.boxes.filter((box) => box.shape === 'card'),
    texts: scene.texts,
    legend: rows.flatMap((row, index) =>
      row.map(({ x, word, sample }) => ({
        x,
        y: HEAD + scene.height + MARGIN / 2 + index * LEGEND_ROW,
        parts: [...sample, ...penned([legendWord(word)], word)],
      })),
    ),
  };
}

/** A long title makes room for the caption, and a long caption for the title. */
function heading(scene: Scene, width: number): readonly Primitive[] {
  const room = width - 2 * MARGIN - 48;
  const caption = shorten(
    `${scene.caption}. Hatstack`,
    Math.max(room / 2, room - titleWidth(scene.title)),
    'sans',
    11,
    400,
  );
  const left = room - textWidth(caption, 'sans', 11, 400);
  const title = titleWidth(scene.title) <= left ? scene.title : shorten(scene.title, left, 'sans', 16, 650);
  const text = { kind: 'text', font: 'sans', y: 28 } as const;
  return [
    {
      ...text,
      x: MARGIN + 12,
      text: title,
      size: 16,
      weight: 650,
      fill: 'text',
      ...(title === scene.title ? {} : { full: scene.title }),
    },
    { ...text, x: width - MARGIN - 12, text: caption, size: 11, weight: 400, fill: 'text-3', anchor: 'end' },
  ];
}

function titleWidth(title: string): number {
  return textWidth(title, 'sans', 16, 650);
}

interface PlacedEntry {
  readonly x: number;
  readonly word: string;
  readonly sample: readonly Primitive[];
}

function legendRows(scene: Scene): readonly (readonly PlacedEntry[])[] {
  const rows: PlacedEntry[][] = [];
  let x = MARGIN + 12;
  for (const { word, sample } of scene.legend) {
    const width = 40 + textWidth(word, 'sans', 11, 400) + 28;
    if (rows.length === 0 || x + width > Math.max(scene.width, 448)) {
      rows.push([]);
      x = MARGIN + 12;
    }
    rows.at(-1)?.push({ x, word, sample });
    x += Math.ceil(width);
  }
  return rows;
}

function legendWord(text: string): Primitive {
  return { kind: 'text', x: 40, y: 13, text, font: 'sans', size: 11, weight: 400, fill: 'text-2' };
}
