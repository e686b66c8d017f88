// The vertical half of the geometry: account frames, region lanes, rows of cards and the hats beside them.
import { groupBy } from '@/lib/base/group-by';
import type { PlanAccount, PlanCard } from '../plan/plan';
import { countOf, snap, spanOf, type TrackUses, yLine } from './channels';
import type { Grid, Row } from './grid';
import {
  FRAME_PAD,
  HAT_GAP,
  HAT_HEIGHT,
  LANE_BOTTOM,
  LANE_LABEL,
  MARGIN,
  RACK_TOP,
  SERVICE_HEIGHT,
  TAB_HEIGHT,
  titleLines,
} from './sizes';

export interface Rows {
  readonly bottom: number;
  readonly cardTops: readonly number[];
  readonly heights: ReadonlyMap<string, number>;
  readonly hats: ReadonlyMap<string, number>;
  readonly frames: ReadonlyMap<string, { readonly y: number; readonly height: number }>;
  readonly lanes: readonly {
    readonly account: string;
    readonly region: string;
    readonly y: number;
    readonly height: number;
  }[];
  readonly extents: readonly { readonly from: number; readonly to: number }[];
}

/** Places everything top to bottom, from `top` on. Cards' heights are known by their kind. Never throws. */
export function placeRows(grid: Grid, uses: TrackUses, top: number, accounts: readonly PlanAccount[]): Rows {
  const state = { y: top, extents: [] as { from: number; to: number }[], cardTops: [] as number[] };
  const frames = new Map<string, { y: number; height: number }>();
  const lanes: { account: string; region: string; y: number; height: number }[] = [];
  const hats = new Map<string, number>();
  const rowsOf = groupBy(grid.rows.entries(), ([, row]) => row.account);
  channel(state, uses, 0, 12, 12);
  for (const account of accounts) {
    const own = rowsOf.get(account.id) ?? [];
    const frameTop = state.y;
    const rackBottom = placeRack(
      grid.racks.get(account.id) ?? [],
      rackTop(account, frameTop, grid.rackWidth),
      hats,
    );
    state.y += FRAME_PAD;
    let laneTop = state.y;
    own.forEach(([r, row]) => {
      if (row.firstOfLane) {
        laneTop = state.y;
        state.y += lanePad(grid, row, r);
      }
      placeRow(grid, state, row, r);
      if (!row.lastOfLane) {
        channel(state, uses, r + 1, 28, 20);
        return;
      }
      state.y += row.kind === 'none' ? 0 : LANE_BOTTOM;
      if (row.lastOfAccount) state.y = Math.max(state.y, rackBottom + 4);
      if (row.region !== null)
        lanes.push({ account: account.id, region: row.region, y: laneTop, height: state.y - laneTop });
      if (!row.lastOfAccount) channel(state, uses, r + 1, 8, 8);
    });
    state.y += FRAME_PAD;
    frames.set(account.id, { y: frameTop, height: state.y - frameTop });
    const next = (own.at(-1)?.[0] ?? -1) + 1;
    channel(state, uses, next, next === grid.rows.length ? MARGIN : 16, 12);
  }
  return {
    bottom: state.y,
    cardTops: state.cardTops,
    heights: grid.heights,
    hats,
    frames,
    lanes,
    extents: state.extents,
  };
}

interface Cursor {
  y: number;
  readonly extents: { from: number; to: number }[];
  readonly cardTops: number[];
}

/** A gutter between rows: `least` px without a track, else its tracks with `pad` on both sides. */
function channel(cursor: Cursor, uses: TrackUses, index: number, least: number, pad: number): void {
  const line = yLine(2 * index);
  const span = spanOf(uses, line);
  const room = snap(countOf(uses, line) === 0 ? least : Math.max(least, pad + span + pad));
  const from = cursor.y + (room - span) / 2;
  cursor.extents[2 * index] = { from, to: from + span };
  cursor.y += room;
}

function placeRow(grid: Grid, cursor: Cursor, row: Row, index: number): void {
  if (row.kind === 'actions') cursor.y += TAB_HEIGHT;
  cursor.cardTops[index] = cursor.y;
  const heights = heightsIn(grid, index);
  const height = row.kind === 'none' ? 32 : Math.max(...heights);
  const least = row.kind === 'none' ? 32 : Math.min(...heights);
  cursor.extents[2 * index + 1] = { from: cursor.y + 8, to: cursor.y + least - 8 };
  cursor.y += height;
}

/** The label of a lane stands above its first column, or beside the cards where that cell is free. */
function lanePad(grid: Grid, row: Row, index: number): number {
  if (row.kind === 'none') return 0;
  const taken = grid.inRow[index]?.some((card) => grid.cells.get(card.id)?.column === 1) === true;
  if (taken) return LANE_LABEL;
  return 8;
}

/** Below the account's title, and below the words that say what was not read. */
function rackTop(account: PlanAccount, frameTop: number, rack: number): number {
  const second = titleLines(account.name, account.second, rack) === 2 ? 16 : 0;
  return frameTop + RACK_TOP + second + (account.read === 'whole' ? 0 : 16);
}

function placeRack(rack: readonly PlanCard[], top: number, hats: Map<string, number>): number {
  let y = top;
  for (const card of rack) {
    hats.set(card.id, y);
    y += card.kind === 'service' ? SERVICE_HEIGHT + 8 : HAT_HEIGHT + HAT_GAP;
  }
  return y;
}

function heightsIn(grid: Grid, row: number): readonly number[] {
  return (grid.inRow[row] ?? []).map((card) => grid.heights.get(card.id) ?? 0);
}
