// A smallest-first queue of numbers; equal costs leave in the order in which they came, so that routes are the same on every run.

export interface Heap {
  readonly push: (cost: number, value: number) => void;
  /** The value of the least cost; -1 when there is none. */
  readonly pop: () => number;
  readonly clear: () => void;
}

/** An empty queue; values are not negative. */
export function heap(): Heap {
  let costs = new Float64Array(256);
  let ages = new Float64Array(256);
  let values = new Int32Array(256);
  let size = 0;
  let age = 0;
  const isBefore = (cost: number, born: number, at: number): boolean => {
    const other = costs[at] ?? 0;
    return cost < other || (cost === other && born < (ages[at] ?? 0));
  };
  const move = (from: number, to: number): void => {
    costs[to] = costs[from] ?? 0;
    ages[to] = ages[from] ?? 0;
    values[to] = values[from] ?? 0;
  };
  const put = (at: number, cost: number, born: number, value: number): void => {
    costs[at] = cost;
    ages[at] = born;
    values[at] = value;
  };
  return {
    push(cost, value) {
      if (size === costs.length) {
        costs = grown(costs, new Float64Array(2 * size));
        ages = grown(ages, new Float64Array(2 * size));
        values = grown(values, new Int32Array(2 * size));
      }
      let at = size;
      size += 1;
      age += 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(cost, age, parent)) break;
        move(parent, at);
        at = parent;
      }
      put(at, cost, age, value);
    },
    pop() {
      if (size === 0) return -1;
      const top = values[0] ?? -1;
      size -= 1;
      const [cost, born, value] = [costs[size] ?? 0, ages[size] ?? 0, values[size] ?? 0];
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && isBefore(costs[child + 1] ?? 0, ages[child + 1] ?? 0, child)) child += 1;
        if (isBefore(cost, born, child)) break;
        move(child, at);
        at = child;
      }
      put(at, cost, born, value);
      return top;
    },
    clear() {
      size = 0;
      age = 0;
    },
  };
}

function grown<T extends Float64Array | Int32Array>(old: T, room: T): T {
  room.set(old);
  return room;
}
