// Turns the grid into px: columns and rows open as far as the tracks between them need.
import type { Plan } from '../plan/plan';
import { countOf, snap, spanOf, type TrackUses, xLine } from './channels';
import type { Grid } from './grid';
import { placeRows, type Rows } from './rows';
import { CI_HEIGHT, FRAME_PAD, HEAD_HEIGHT, HEAD_TOP, heightOf, MARGIN } from './sizes';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly cards: ReadonlyMap<string, Rect>;
  readonly frames: ReadonlyMap<string, Rect>;
  /** The frames from top to bottom. */
  readonly frameList: readonly Rect[];
  readonly lanes: readonly (Rect & { readonly account: string; readonly region: string })[];
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** Where a vertical lattice line lies: `from` and `to` bound its tracks. */
  readonly x: readonly Extent[];
  readonly y: readonly Extent[];
}

/** anchor: tracks are centred between from and to, or begin at the far end. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Every rectangle of a drawing and the room of every lattice line. Never throws. */
export function geometryOf(plan: Plan, grid: Grid, uses: TrackUses): Geometry {
  const columns = placeColumns(grid, uses);
  const outsideBottom = HEAD_TOP + grid.outside.length * (CI_HEIGHT + 8);
  const top = Math.max(HEAD_TOP + HEAD_HEIGHT, outsideBottom);
  const rows = placeRows(grid, uses, top, plan.accounts);
  const frames = new Map(
    [...rows.frames].map(([id, { y, height }]) => [
      id,
      { x: MARGIN, y, width: columns.frameRight - MARGIN, height },
    ]),
  );
  return {
    width: columns.frameRight + MARGIN,
    height: rows.bottom,
    cards: placeCards(grid, columns, rows),
    frames,
    frameList: [...frames.values()],
    lanes: rows.lanes.map((lane) => ({
      ...lane,
      x: columns.laneLeft,
      width: columns.frameRight - FRAME_PAD - columns.laneLeft,
    })),
    columns: columns.columns,
    x: columns.extents,
    y: rows.extents,
  };
}

interface Columns {
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly extents: readonly Extent[];
  readonly laneLeft: number;
  readonly frameRight: number;
}

/** INVARIANT (room): a gutter is as wide as its tracks need, with room at both ends for an arrowhead. */
function placeColumns(grid: Grid, uses: TrackUses): Columns {
  const gutter = snap(Math.max(32, 12 + spanOf(uses, xLine(0)) + 20));
  const rack = { x: MARGIN + gutter, width: grid.rackWidth };
  const extents: Extent[] = [
    { from: MARGIN + 12, to: MARGIN + 12 + spanOf(uses, xLine(0)) },
    { from: rack.x, to: rack.x + rack.width },
  ];
  const columns = [rack];
  const laneLeft = rack.x + rack.width + 12;
  const tracks = xLine(2);
  let x = laneLeft + snap(countOf(uses, tracks) === 0 ? 12 : 12 + spanOf(uses, tracks) + 16);
  extents.push({ from: laneLeft + 12, to: laneLeft + 12 + spanOf(uses, tracks) });
  for (let c = 1; c <= grid.columns; c += 1) {
    const width = grid.columnWidths[c - 1] ?? 0;
    columns.push({ x, width });
    extents.push({ from: x, to: x + width });
    x += width;
    const line = xLine(2 * c + 2);
    const last = c === grid.columns;
    const room = countOf(uses, line) === 0 ? (last ? 12 : 24) : 16 + spanOf(uses, line) + (last ? 12 : 16);
    extents.push({ from: x + 16, to: x + 16 + spanOf(uses, line) });
    x += snap(room);
  }
  return { columns, extents, laneLeft, frameRight: x + FRAME_PAD };
}

function placeCards(grid: Grid, columns: Columns, rows: Rows): ReadonlyMap<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const [id, cell] of grid.cells) {
    const column = columns.columns[cell.column];
    const y = rows.cardTops[cell.row];
    const height = rows.heights.get(id);
    if (column === undefined || y === undefined || height === undefined) continue;
    rects.set(id, { ...column, y, height });
  }
  const rack = columns.columns[0] ?? { x: 0, width: 0 };
  for (const [id, y] of rows.hats) rects.set(id, { ...rack, y, height: rows.heights.get(id) ?? 0 });
  grid.outside.forEach((card, index) => {
    rects.set(card.id, { ...rack, y: HEAD_TOP + index * (CI_HEIGHT + 8), height: heightOf(card) });
  });
  return rects;
}
