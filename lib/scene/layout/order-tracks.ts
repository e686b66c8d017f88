// The order of things whose cost is a sum over pairs: what it costs when one comes before the other.

/** `of[i * size + j]`: what it costs when `i` comes before `j`. */
export interface PairCosts {
  readonly size: number;
  readonly of: Float64Array;
}

/** Above so many, exchanging any two of them is not tried. */
const MOST_EXCHANGED = 60;

/** An order that no single move makes cheaper, found from the one in which things are given; null where that is as cheap. Never throws. */
export function betterOrder(costs: PairCosts): readonly number[] | null {
  const order = Array.from({ length: costs.size }, (_, index) => index);
  let isBetter = false;
  for (let improved = true; improved; isBetter ||= improved) {
    improved = costs.size <= MOST_EXCHANGED && exchangeAll(costs, order);
    improved = moveAll(costs, order) || improved;
  }
  return isBetter ? order : null;
}

/** What is gained when `i` and `j`, which comes later, change sides. */
function gain({ size, of }: PairCosts, i: number, j: number): number {
  return (of[i * size + j] ?? 0) - (of[j * size + i] ?? 0);
}

/** Lets any two change places where that costs less. */
function exchangeAll(costs: PairCosts, order: number[]): boolean {
  let improved = false;
  for (let a = 0; a < order.length; a += 1)
    for (let b = a + 1; b < order.length; b += 1) {
      const first = order[a] ?? 0;
      const last = order[b] ?? 0;
      let gained = gain(costs, first, last);
      for (let k = a + 1; k < b; k += 1) {
        const between = order[k] ?? 0;
        gained += gain(costs, first, between) + gain(costs, between, last);
      }
      if (gained <= 0) continue;
      order[a] = last;
      order[b] = first;
      improved = true;
    }
  return improved;
}

/** Moves each to where it costs least, if that is not where it is. */
function moveAll(costs: PairCosts, order: number[]): boolean {
  let improved = false;
  for (const one of [...order]) {
    const from = order.indexOf(one);
    let most = 0;
    let to = from;
    let gained = 0;
    for (let k = from - 1; k >= 0; k -= 1) {
      gained += gain(costs, order[k] ?? 0, one);
      if (gained > most) [most, to] = [gained, k];
    }
    gained = 0;
    for (let k = from + 1; k < order.length; k += 1) {
      gained += gain(costs, one, order[k] ?? 0);
      if (gained > most) [most, to] = [gained, k];
    }
    if (to === from) continue;
    order.splice(from, 1);
    order.splice(to, 0, one);
    improved = true;
  }
  return improved;
}
