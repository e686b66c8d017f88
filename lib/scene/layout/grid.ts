// Puts every card into a cell: a column per stage, rows per region lane, and the hats on their account's rack.
import { groupBy } from '@/lib/base/group-by';
import type { Plan, PlanAccount, PlanCard } from '../plan/plan';
import { columnWidth, heightOf, rackWidth } from './sizes';

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
  /** The cards of every row, left to right. */
  readonly inRow: readonly (readonly PlanCard[])[];
  /** The width of every stage column, px. */
  readonly columnWidths: readonly number[];
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
  const lanes = groupBy(plan.cards, (card) => `${card.account}/${card.region}`);
  for (const account of plan.accounts) addAccount(lanes, account, columns, rows, cells);
  const racks = racksOf(plan);
  const inColumn = groupBy(plan.cards, (card) => cells.get(card.id)?.column);
  const inRow = groupBy(plan.cards, (card) => cells.get(card.id)?.row);
  const outside = plan.cards.filter((card) => card.account === null);
  return {
    columns,
    rows,
    cells,
    inRow: rows.map((_, row) => inRow.get(row) ?? []),
    columnWidths: Array.from({ length: columns }, (_, index) =>
      columnWidth(inColumn.get(index + 1) ?? [], plan.stages[index]?.name ?? ''),
    ),
    racks,
    outside,
    rackWidth: rackWidth([...racks.values()].flat().concat(outside)),
    heights: new Map(plan.cards.map((card) => [card.id, heightOf(card)])),
  };
}

function addAccount(
  lanes: ReadonlyMap<string, readonly PlanCard[]>,
  account: PlanAccount,
  columns: number,
  rows: Row[],
  cells: Map<string, Cell>,
): void {
  const first = rows.length;
  const flags = { firstOfLane: false, lastOfLane: false, firstOfAccount: false, lastOfAccount: false };
  for (const region of account.regions) {
    const inLane = lanes.get(`${account.id}/${region}`) ?? [];
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

/** Of each account the hats in the order in which the paths come to them; a service directly above the hat that it puts on. */
function racksOf(plan: Plan): ReadonlyMap<string, readonly PlanCard[]> {
  const firstLink = new Map<string, number>();
  const above = new Map<string, Set<string>>();
  plan.links.forEach(({ from, to, kind }, index) => {
    if (!firstLink.has(to)) firstLink.set(to, index);
    if (kind === 'service') above.set(to, (above.get(to) ?? new Set()).add(from));
  });
  const services = plan.cards.filter((card) => card.kind === 'service');
  const rank = ({ id }: PlanCard): number => firstLink.get(id) ?? plan.links.length;
  const onRack = groupBy(plan.cards.filter(isOnRack), (card) => card.account ?? '');
  return new Map(
    plan.accounts.map(({ id }) => [
      id,
      [...(onRack.get(id) ?? [])]
        .sort((a, b) => rank(a) - rank(b))
        .flatMap((hat) => {
          const own = above.get(hat.id);
          return own === undefined ? [hat] : [...services.filter((service) => own.has(service.id)), hat];
        }),
    ]),
  );
}
