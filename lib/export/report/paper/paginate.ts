// A report on sheets of paper: what stands where on which page. Pure, so that it is the same wherever it is printed.
import type { Primitive } from '@/lib/scene/scene';
import type { Block, Report } from '../report';
import { blockPieces, heading, paragraph } from './block-pieces';
import { A4, DEPTH, FOOT, type Piece, type PlacedDrawing, ROOM, TURNED } from './piece';
import { lineParts, lineWidth, type RichLine } from './rich-lines';

export interface ReportPage {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Primitive[];
  readonly drawings: readonly PlacedDrawing[];
  /** What begins here, for the outline of the file. */
  readonly begins: readonly { readonly id: string; readonly title: string }[];
}

/** The pages of a report, numbered, with its contents on the first. Never throws. */
export function paginate(report: Report): readonly ReportPage[] {
  // Numbers take the room of three digits, so that knowing them changes nothing else.
  const first = fill(piecesOf(report, new Map()));
  const found = new Map(
    first.flatMap(({ begins }, index) => begins.map(({ id }) => [id, index + 1] as const)),
  );
  const pages = fill(piecesOf(report, found));
  return pages.map((page, index) => ({
    ...page,
    parts: [...page.parts, ...footOf(page, report.footer, index + 1, pages.length)],
  }));
}

function piecesOf({ title, footer, sections }: Report, pages: ReadonlyMap<string, number>): readonly Piece[] {
  return [
    ...heading([{ text: title }], 20),
    ...paragraph([{ text: footer }], { size: 9, fill: 'text-2' }),
    { height: 12, parts: [{ kind: 'rect', x: 0, y: 4, width: ROOM, height: 1.5, fill: 'ink' }] },
    ...sections.map(({ id, title: name }) => contentsLine(name, pages.get(id) ?? null)),
    { height: 10, parts: [] },
    ...sections.flatMap(({ id, title: name, isOwnPage, blocks }) => {
      const [first, ...rest] = heading([{ text: name }], 15);
      return [
        ...(first === undefined
          ? []
          : [
              { ...first, section: { id, title: name }, ...(isOwnPage ? { beginsPage: true as const } : {}) },
            ]),
        ...rest,
        ...blocks.flatMap((_, index) => led(blocks, index)),
      ];
    }),
  ];
}

/** A sentence that leads to a table, a list or a policy stands on the page where that begins; so does one below a heading. */
function led(blocks: readonly Block[], index: number): readonly Piece[] {
  const [before, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  const pieces = block === undefined ? [] : blockPieces(block);
  if (block?.kind !== 'text' || next === undefined || pieces.length > LEAD) return pieces;
  const leads = LED.has(next.kind) || (next.kind === 'text' && before?.kind === 'heading');
  return leads ? pieces.map((piece) => ({ ...piece, staysWithNext: true as const })) : pieces;
}

/** The lines of a sentence that leads, with the space below. */
const LEAD = 4;
const LED: ReadonlySet<Block['kind']> = new Set(['table', 'facts', 'policy']);

function contentsLine(title: string, page: number | null): Piece {
  const style = { size: 8.6 } as const;
  const number: RichLine = [{ text: page === null ? '' : String(page), font: 'sans', weight: 400 }];
  const [line] = paragraph([{ text: title }], style, null, 12.5);
  return {
    height: 12.5,
    parts: [...(line?.parts ?? []), ...lineParts(number, ROOM - lineWidth(number, style.size), 9.5, style)],
  };
}

interface Filling {
  readonly width: number;
  readonly height: number;
  readonly parts: Primitive[];
  readonly drawings: PlacedDrawing[];
  readonly begins: { id: string; title: string }[];
  used: number;
}

function fill(pieces: readonly Piece[]): readonly ReportPage[] {
  const pages: Filling[] = [];
  const turned: Piece[] = [];
  let page = emptyPage();
  const turn = () => {
    if (page.used > 0) pages.push(page);
    for (const piece of turned.splice(0)) {
      const own = emptyPage(true);
      put(own, piece);
      pages.push(own);
    }
    page = emptyPage();
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.drawing?.isTurned === true) {
      turned.push(piece);
      continue;
    }
    const isFull = page.used > 0 && page.used + heightTogether(pieces, index) > DEPTH;
    if (page.used > 0 && (piece.beginsPage === true || isFull)) {
      turn();
      if (piece.head !== undefined) put(page, piece.head);
    }
    // Space above is for what stands above; a page begins without it.
    if (page.used === 0 && piece.parts.length === 0 && piece.drawing === undefined) {
      if (piece.section !== undefined) page.begins.push(piece.section);
      continue;
    }
    put(page, piece);
  }
  turn();
  return pages;
}

function emptyPage(isTurned = false): Filling {
  const [width, height] = isTurned ? [A4.height, A4.width] : [A4.width, A4.height];
  return { width, height, parts: [], drawings: [], begins: [], used: 0 };
}

/** The height of the piece and of all that must stand on its page with it; of a turned drawing nothing, it has its own. */
function heightTogether(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (let index = from; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.drawing?.isTurned === true) break;
    height += piece.height;
    if (piece.staysWithNext !== true) break;
  }
  return Math.min(height, DEPTH);
}

function put(page: Filling, piece: Piece): void {
  const y = A4.margin + page.used;
  for (const part of piece.parts) page.parts.push({ ...part, x: part.x + A4.margin, y: part.y + y });
  if (piece.drawing !== undefined) page.drawings.push({ ...piece.drawing, x: A4.margin, y });
  if (piece.section !== undefined) page.begins.push(piece.section);
  page.used += piece.drawing?.isTurned === true ? TURNED.height : piece.height;
}

function footOf(
  { width, height }: ReportPage,
  footer: string,
  page: number,
  pages: number,
): readonly Primitive[] {
  const text = {
    kind: 'text',
    y: height - A4.margin + FOOT / 2,
    font: 'sans',
    size: 7,
    weight: 400,
    fill: 'text-2',
  } as const;
  return [
    { ...text, x: A4.margin, text: footer },
    { ...text, x: width - A4.margin, text: `Page ${page} of ${pages}`, anchor: 'end' },
  ];
}
