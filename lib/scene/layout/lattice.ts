// The lattice on which edges are routed, with the places where no edge may pass.
import type { Geometry } from './geometry';
import type { Grid } from './grid';

/** A point of the lattice, or the level of a hat beside it (`hat` is the card's id). */
export interface LatticePoint {
  readonly x: number;
  readonly y: number;
  readonly hat?: string;
}

export interface Lattice {
  readonly width: number;
  readonly height: number;
  /** Nominal px of every index. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The card that stands on a point, if any. */
  readonly cardAt: (x: number, y: number) => string | undefined;
  /** Where a card's edges begin and end. */
  readonly portsOf: (card: string) => readonly LatticePoint[];
}

/** The lattice of a grid; distances are those of the given geometry. Never throws. */
export function latticeOf(grid: Grid, geometry: Geometry): Lattice {
  const width = 2 * grid.columns + 3;
  const height = 2 * grid.rows.length + 1;
  const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;
  const xs = geometry.x.map(middle);
  const ys = geometry.y.map(middle);
  const taken = new Map<number, string>();
  for (const [id, cell] of grid.cells) taken.set((2 * cell.row + 1) * width + 2 * cell.column + 1, id);
  return {
    width,
    height,
    xs,
    ys,
    cardAt: (x, y) => taken.get(y * width + x),
    portsOf: (card) => {
      const cell = grid.cells.get(card);
      if (cell !== undefined) return [{ x: 2 * cell.column + 1, y: 2 * cell.row + 1 }];
      const rect = geometry.cards.get(card);
      if (rect === undefined) return [];
      const y = nearestRow(ys, rect.y + rect.height / 2);
      return [
        { x: 0, y, hat: card },
        { x: 2, y, hat: card },
      ];
    },
  };
}

/** The odd (row) index nearest to a height, the upper one of two; the gutter on top for what stands above all rows. */
function nearestRow(ys: readonly number[], px: number): number {
  if (px < (ys[0] ?? 0)) return 0;
  let low = 0;
  let high = (ys.length - 1) / 2 - 1;
  // Rows stand in order: `high` becomes the last one that begins above the height.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ys[2 * middle + 1] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  const above = 2 * low + 1;
  const below = above + 2;
  return below < ys.length && Math.abs((ys[below] ?? 0) - px) < Math.abs((ys[above] ?? 0) - px)
    ? below
    : above;
}
