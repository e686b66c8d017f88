// A table with some entries replaced, without copying the rest: an organisation has a hundred thousand roles, a change concerns one.

/** A read-only view of a map in which some entries are others, or are not there. */
export class OverlaidMap<V> implements ReadonlyMap<string, V> {
  readonly #base: ReadonlyMap<string, V>;
  /** undefined: taken out. */
  readonly #over: ReadonlyMap<string, V | undefined>;

  constructor(base: ReadonlyMap<string, V>, over: ReadonlyMap<string, V | undefined>) {
    this.#base = base;
    this.#over = over;
  }

  get(name: string): V | undefined {
    return this.#over.has(name) ? this.#over.get(name) : this.#base.get(name);
  }

  has(name: string): boolean {
    return this.#over.has(name) ? this.#over.get(name) !== undefined : this.#base.has(name);
  }

  get size(): number {
    let size = this.#base.size;
    for (const [name, value] of this.#over) {
      if (this.#base.has(name) && value === undefined) size -= 1;
      if (!this.#base.has(name) && value !== undefined) size += 1;
    }
    return size;
  }

  *entries(): MapIterator<[string, V]> {
    for (const [name, value] of this.#base) if (!this.#over.has(name)) yield [name, value];
    for (const [name, value] of this.#over) if (value !== undefined) yield [name, value];
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(each: (value: V, name: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [name, value] of this.entries()) each(value, name, this);
  }
}
