// A table on paper: a row is never cut unless it is longer than a page, and every page that it goes on begins with its head.
import type { Block, Cell } from '../report';
import { MARK_ROOM, markParts } from './mark';
import { DEPTH, type Part, type Piece, ROOM } from './piece';
import { lineParts, lineWidth, type RichLine, richLines } from './rich-lines';

const SIZE = 7.6;
const STEP = 10;
const GAP = 8;
const PAD = 3.5;
/** A row longer than this goes on as a second row: two of them still fit on a page with the table's head. */
const MOST_LINES = Math.floor(DEPTH / STEP / 2) - 2;

type Table = Extract<Block, { kind: 'table' }>;

/** The pieces of a table: its caption, its head, its rows. Never throws. */
export function tablePieces({ caption, columns, rows }: Table): readonly Piece[] {
  const places = placesOf(columns);
  const head = headOf(columns, places);
  const lines = rows.flatMap((row) => rowPieces(row, columns, places, head));
  return [
    captionOf(caption),
    { ...head, staysWithNext: true },
    // No row begins a page alone, under a head of its own.
    ...lines.map((line, index) =>
      index === lines.length - 2 ? { ...line, staysWithNext: true as const } : line,
    ),
    { height: 8, parts: [] },
  ];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf(columns: Table['columns']): readonly Place[] {
  let x = 0;
  return columns.map(({ width }) => {
    const place = { x, width: width * ROOM - GAP };
    x += width * ROOM;
    return place;
  });
}

function captionOf(caption: string): Piece {
  const style = { size: SIZE, fill: 'text-2' } as const;
  const [line = []] = richLines([{ text: caption }], ROOM, style);
  return { height: 18, parts: lineParts(line, 0, 13, style), staysWithNext: true };
}

function headOf(columns: Table['columns'], places: readonly Place[]): Piece {
  const style = { size: SIZE, weight: 600 } as const;
  const cells = columns.map(({ title }, column) =>
    richLines([{ text: title }], places[column]?.width ?? 0, style),
  );
  const most = Math.max(1, ...cells.map((one) => one.length));
  const height = most * STEP + 2 * PAD;
  const words = cells.flatMap((lines, column) =>
    lines.flatMap((line, index) =>
      // Titles stand at the foot of the head.
      placed(line, places[column], columns[column]?.align, PAD + (most - lines.length + index) * STEP, style),
    ),
  );
  return { height, parts: [...words, rule(height - 0.5, 'line-3', 1)] };
}

function rowPieces(
  row: readonly Cell[],
  columns: Table['columns'],
  places: readonly Place[],
  head: Piece,
): readonly Piece[] {
  const style = { size: SIZE } as const;
  const cells = row.map(({ words, tone }, column) => {
    const marked = tone !== undefined && tone !== null;
    const room = (places[column]?.width ?? 0) - (marked ? MARK_ROOM : 0);
    return { lines: richLines(words, room, style), tone: marked ? tone : null };
  });
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const pieces: Piece[] = [];
  for (let from = 0; from < most; from += MOST_LINES) {
    const shown = Math.min(MOST_LINES, most - from);
    const height = shown * STEP + 2 * PAD;
    const parts = cells.flatMap(({ lines, tone }, column) => {
      const place = places[column] ?? { x: 0, width: 0 };
      const inner = tone === null ? place : { x: place.x + MARK_ROOM, width: place.width - MARK_ROOM };
      return [
        ...(tone === null || from > 0 ? [] : markParts(tone, place.x, PAD + 1, SIZE)),
        ...lines
          .slice(from, from + shown)
          .flatMap((line, index) => placed(line, inner, columns[column]?.align, PAD + index * STEP, style)),
      ];
    });
    pieces.push({ height, parts: [...parts, rule(height - 0.25, 'line-2', 0.5)], head });
  }
  return pieces;
}

function placed(
  line: RichLine,
  place: Place | undefined,
  align: 'end' | undefined,
  top: number,
  style: { readonly size: number },
): readonly Part[] {
  const { x = 0, width = 0 } = place ?? {};
  return lineParts(line, align === 'end' ? x + width - lineWidth(line, style.size) : x, top + SIZE, style);
}

function rule(y: number, fill: 'line-2' | 'line-3', height: number): Part {
  return { kind: 'rect', x: 0, y, width: ROOM, height, fill };
}
