// Which nets run where on the lattice, so that later edges keep away from earlier ones and share with their own.
import type { Lattice } from './lattice';

/** How many nets run along each edge of the lattice (`2 * point + turn` of its upper or left end), and across each point. */
export interface Traffic {
  readonly along: Int32Array;
  readonly across: Int32Array;
  readonly own: (net: string) => OwnTraffic;
}

/** Where one net runs already. */
export interface OwnTraffic {
  readonly along: Set<number>;
  readonly across: Set<number>;
}

/** An empty lattice. */
export function noTraffic({ width, height }: Lattice): Traffic {
  const nets = new Map<string, OwnTraffic>();
  return {
    along: new Int32Array(2 * width * height),
    across: new Int32Array(2 * width * height),
    own: (net) => {
      const known = nets.get(net) ?? { along: new Set<number>(), across: new Set<number>() };
      nets.set(net, known);
      return known;
    },
  };
}

/** Counts a net once at a place. */
export function count(all: Int32Array, own: Set<number>, place: number): void {
  if (own.has(place)) return;
  own.add(place);
  all[place] = (all[place] ?? 0) + 1;
}
