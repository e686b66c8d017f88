// Remembers what was used lately, and no more than so many.

/** A map that forgets what was not asked for the longest. */
export class Recent<Key, Value> {
  readonly #values = new Map<Key, Value>();

  constructor(readonly most: number) {}

  /** The value of the key, made where it is not there. */
  get(key: Key, make: () => Value): Value {
    const value = this.#values.get(key) ?? make();
    // Put in anew, it is the last that will be forgotten.
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  /** It is made anew when it is asked for again. */
  forget(key: Key): void {
    this.#values.delete(key);
  }

  /** Forgets the value of the key where it is not worth remembering. */
  forgetUnless(key: Key, isWorth: (value: Value) => boolean): void {
    const value = this.#values.get(key);
    if (value !== undefined && !isWorth(value)) this.#values.delete(key);
  }

  get size(): number {
    return this.#values.size;
  }
}
