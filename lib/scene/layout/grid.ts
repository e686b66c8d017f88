// Puts every card into a cell: a column per stage, rows per region lane, and the hats on their account's rack.
import type { Plan, PlanAccount, PlanCard } from '../plan/plan';
import { heightOf, rackWidth } from './sizes';

export interface Row {
  readonly account: string;
  /** null: an account without a lane still takes a row, for its rack. */
  readonly region: string | null;
  readonly kind: 'actions' | 'resources' | 'none';
  readonly firstOfLane: boolean;
  readonly lastOfLane: boolean;
  readonly firstOfAccount: boolean;
  readonly lastOfAccount: boolean;
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface Grid {
  /** Stage columns and any more that resources need; numbered from 1. */
  readonly columns: number;
  readonly rows: readonly Row[];
  readonly cells: ReadonlyMap<string, Cell>;
  /** Hats and the services above them, top to bottom. */
  readonly racks: ReadonlyMap<string, readonly PlanCard[]>;
  /** What stands outside every account. */
  readonly outside: readonly PlanCard[];
  /** The width of the racks, px. */
  readonly rackWidth: number;
  /** The height of every card, px. */
  readonly heights: ReadonlyMap<string, number>;
}

const LEAST_COLUMNS = 3;
/** A resource stands at most this many columns from where it would like to. */
const FARTHEST = 2;

/** The grid of a plan. Cards keep the plan's order within a cell's stack. Never throws. */
export function gridOf(plan: Plan): Grid {
  const columns = Math.max(plan.stages.length, LEAST_COLUMNS);
  const rows: Row[] = [];
  const cells = new Map<string, Cell>();
  for (const account of plan.accounts) addAccount(plan, account, columns, rows, cells);
  const racks = new Map(plan.accounts.map((account) => [account.id, rackOf(plan, account.id)]));
  const outside = plan.cards.filter((card) => card.account === null);
  return {
    columns,
    rows,
    cells,
    racks,
    outside,
    rackWidth: rackWidth([...racks.values()].flat().concat(outside)),
    heights: new Map(plan.cards.map((card) => [card.id, heightOf(card)])),
  };
}

function addAccount(
  plan: Plan,
  account: PlanAccount,
  columns: number,
  rows: Row[],
  cells: Map<string, Cell>,
): void {
  const first = rows.length;
  const flags = { firstOfLane: false, lastOfLane: false, firstOfAccount: false, lastOfAccount: false };
  for (const region of account.regions) {
    const inLane = plan.cards.filter((card) => card.account === account.id && card.region === region);
    const start = rows.length;
    const stacks = stack(
      inLane.filter((card) => card.kind === 'action' || card.kind === 'folded'),
      columns,
      'keep',
    );
    const shelves = stack(
      inLane.filter((card) => card.kind !== 'action' && card.kind !== 'folded'),
      columns,
      'spread',
    );
    for (const [kind, shelf] of [
      ...stacks.map((s) => ['actions', s] as const),
      ...shelves.map((s) => ['resources', s] as const),
    ]) {
      for (const [column, card] of shelf) cells.set(card.id, { column, row: rows.length });
      rows.push({ ...flags, account: account.id, region, kind });
    }
    mark(rows, start, { firstOfLane: true });
    mark(rows, rows.length - 1, { lastOfLane: true });
  }
  if (rows.length === first)
    rows.push({
      ...flags,
      account: account.id,
      region: null,
      kind: 'none',
      firstOfLane: true,
      lastOfLane: true,
    });
  mark(rows, first, { firstOfAccount: true });
  mark(rows, rows.length - 1, { lastOfAccount: true });
}

function mark(rows: Row[], index: number, flags: Partial<Row>): void {
  const row = rows[index];
  if (row !== undefined) rows[index] = { ...row, ...flags };
}

/** Rows of cards. keep: one below the other in the wanted column; spread: in the nearest free column of the first row. */
function stack(
  cards: readonly PlanCard[],
  columns: number,
  how: 'keep' | 'spread',
): readonly ReadonlyMap<number, PlanCard>[] {
  const rows: Map<number, PlanCard>[] = [];
  for (const card of how === 'spread' ? byWish(cards) : cards) {
    const wanted = Math.min(Math.max(card.column, 1), columns);
    for (let r = 0; ; r += 1) {
      const row = rows[r] ?? new Map<number, PlanCard>();
      rows[r] = row;
      const column = how === 'keep' ? (row.has(wanted) ? null : wanted) : nearestFree(row, wanted, columns);
      if (column === null) continue;
      row.set(column, card);
      break;
    }
  }
  return rows;
}

const SHELF_ORDER = ['connection', 'bucket', 'store', 'key', 'resource'];

/** Sources first, then stores, then keys: each takes the free place nearest to its wish. */
function byWish(cards: readonly PlanCard[]): readonly PlanCard[] {
  return SHELF_ORDER.flatMap((kind) =>
    cards.filter((card) => card.kind === kind).sort((a, b) => a.column - b.column),
  );
}

function nearestFree(row: ReadonlyMap<number, PlanCard>, wanted: number, columns: number): number | null {
  for (let distance = 0; distance <= FARTHEST; distance += 1)
    for (const column of [wanted + distance, wanted - distance])
      if (column >= 1 && column <= columns && !row.has(column)) return column;
  return null;
}

/** A hat, or what stands for a whole account. */
function isOnRack(card: PlanCard): boolean {
  return card.kind === 'hat' || (card.kind === 'folded' && card.region === null);
}

/** Hats in the order in which the paths come to them; a service directly above the hat that it puts on. */
function rackOf(plan: Plan, account: string): readonly PlanCard[] {
  const firstLink = (id: string): number => {
    const index = plan.links.findIndex((link) => link.to === id);
    return index < 0 ? plan.links.length : index;
  };
  const hats = plan.cards
    .filter((card) => card.account === account && isOnRack(card))
    .sort((a, b) => firstLink(a.id) - firstLink(b.id));
  return hats.flatMap((hat) => [
    ...plan.cards.filter(
      (card) =>
        card.kind === 'service' && plan.links.some((link) => link.from === card.id && link.to === hat.id),
    ),
    hat,
  ]);
}
