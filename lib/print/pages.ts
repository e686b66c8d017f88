// The pages of a PDF: how large, which way round, and what of the sheet each one shows. In points, 72 an inch.
import type { PageName } from '@/lib/export/exporter';
import { CannotPrint } from './cannot-print';

export interface Page {
  readonly width: number;
  readonly height: number;
  /** Points for a px of the sheet. */
  readonly scale: number;
  /** What of the sheet is shown, px. */
  readonly from: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Where that stands on the page. */
  readonly at: { readonly x: number; readonly y: number };
  /** What is written at the foot; empty where there is one page only. */
  readonly foot: string;
}

/** Portrait. ISO 216 and ANSI letter, rounded to points as PDF readers name them. */
const SIZES: Readonly<Record<Exclude<PageName, 'fit'>, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  a3: [841.89, 1190.55],
  a2: [1190.55, 1683.78],
  a1: [1683.78, 2383.94],
  a0: [2383.94, 3370.39],
  letter: [612, 792],
};
/** A px of the screen is 1/96 inch. */
const POINTS = 0.75;
/** On one page a drawing is enlarged at most so much. */
const LARGEST = 2 * POINTS;
const MARGIN = 28;
/** How much of a page is shown again on the next one, px, so that the pages can be glued. */
const OVERLAP = 24;
const MOST_PAGES = 400;
/** No PDF page may be longer, without a unit of its own. @see ISO 32000-1, annex C.2 */
const LONGEST = 14_400;

/** The pages for a sheet of this size. @throws CannotPrint when it would take too many. */
export function pagesOf(
  sheet: { readonly width: number; readonly height: number },
  name: PageName,
  tile: boolean,
  zoom = 1,
): readonly Page[] {
  const all = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  if (name === 'fit') {
    const scale = Math.min(POINTS * zoom, LONGEST / Math.max(sheet.width, sheet.height));
    return [
      {
        width: sheet.width * scale,
        height: sheet.height * scale,
        scale,
        from: all,
        at: { x: 0, y: 0 },
        foot: '',
      },
    ];
  }
  const [short, long] = SIZES[name];
  const ways =
    sheet.width >= sheet.height
      ? ([
          [long, short],
          [short, long],
        ] as const)
      : ([
          [short, long],
          [long, short],
        ] as const);
  if (!tile) {
    const [[width, height]] = ways;
    const [roomX, roomY] = [width - 2 * MARGIN, height - 2 * MARGIN];
    const scale = Math.min(roomX / sheet.width, roomY / sheet.height, LARGEST);
    const at = { x: (width - sheet.width * scale) / 2, y: (height - sheet.height * scale) / 2 };
    return [{ width, height, scale, from: all, at, foot: '' }];
  }
  const scale = POINTS * zoom;
  const [drawingsWay, other] = [tilesOf(sheet, ways[0], scale), tilesOf(sheet, ways[1], scale)];
  const { width, height, roomX, roomY, stepX, stepY, columns, rows } =
    other.columns * other.rows < drawingsWay.columns * drawingsWay.rows ? other : drawingsWay;
  if (columns * rows > MOST_PAGES)
    throw new CannotPrint(
      `that takes ${columns * rows} pages, and ${MOST_PAGES} are the most: choose a larger page or a smaller scale`,
    );
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return {
      width,
      height,
      scale,
      from: { x: column * stepX, y: row * stepY, width: roomX / scale, height: roomY / scale },
      at: { x: MARGIN, y: MARGIN },
      foot:
        columns * rows === 1
          ? ''
          : `page ${index + 1} of ${columns * rows}: column ${column + 1} of ${columns}, row ${row + 1} of ${rows}`,
    };
  });
}

/** How many pages of that size it takes, and how far it is from one to the next, px. */
function tilesOf(
  sheet: { readonly width: number; readonly height: number },
  [width, height]: readonly [number, number],
  scale: number,
) {
  const [roomX, roomY] = [width - 2 * MARGIN, height - 2 * MARGIN];
  const [stepX, stepY] = [roomX / scale - OVERLAP, roomY / scale - OVERLAP];
  const count = (length: number, step: number) => Math.max(1, Math.ceil((length - OVERLAP) / step));
  return {
    width,
    height,
    roomX,
    roomY,
    stepX,
    stepY,
    columns: count(sheet.width, stepX),
    rows: count(sheet.height, stepY),
  };
}
