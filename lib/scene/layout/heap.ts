// A smallest-first queue; equal costs leave in the order in which they came, so that routes are the same on every run.

interface Item<T> {
  readonly cost: number;
  readonly age: number;
  readonly value: T;
}

export interface Heap<T> {
  readonly push: (cost: number, value: T) => void;
  readonly pop: () => T | undefined;
}

/** An empty queue. */
export function heap<T>(): Heap<T> {
  const items: Item<T>[] = [];
  let age = 0;
  const before = (a: Item<T> | undefined, b: Item<T> | undefined): boolean =>
    a !== undefined && b !== undefined && (a.cost < b.cost || (a.cost === b.cost && a.age < b.age));
  const swap = (a: number, b: number): void => {
    const left = items[a];
    const right = items[b];
    if (left === undefined || right === undefined) return;
    items[a] = right;
    items[b] = left;
  };
  return {
    push(cost, value) {
      items.push({ cost, age: age++, value });
      let at = items.length - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(items[at], items[parent])) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const top = items[0];
      const last = items.pop();
      if (top === undefined || last === undefined || items.length === 0) return top?.value;
      items[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (before(items[child], items[least])) least = child;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return top.value;
    },
  };
}
