// The lines of the lattice on which edges run: gutters between cards, and the empty cells among them.
//
// INVARIANT (lattice): x index 2i is the gutter left of column i (0: the rack), 2i+1 the column itself; y index 2j is the gutter above
// row j, 2j+1 the row itself. An edge may pass a cell only where no card stands.

/** `x4`: a vertical line of the lattice, `y3`: a horizontal one, `p<card id>`: the level of a hat on its rack. */
export type LineId = string;

export interface TrackUse {
  readonly count: number;
  readonly pitch: number;
}

/** How many tracks each lattice line needs, and how far apart. */
export type TrackUses = ReadonlyMap<LineId, TrackUse>;

export const NO_TRACKS: TrackUses = new Map();

/** The distance from the first to the last track; 0 for none or one. */
export function spanOf(uses: TrackUses, line: LineId): number {
  const use = uses.get(line);
  return use === undefined ? 0 : Math.max(0, use.count - 1) * use.pitch;
}

export function countOf(uses: TrackUses, line: LineId): number {
  return uses.get(line)?.count ?? 0;
}

export function xLine(index: number): LineId {
  return `x${index}`;
}

export function yLine(index: number): LineId {
  return `y${index}`;
}

export function levelOf(card: string): LineId {
  return `p${card}`;
}

export function snap(px: number): number {
  return Math.ceil(px / 4) * 4;
}
