// Remembers the few values used last, one for the whole process however often a bundle loads this file.

export interface BoundedCache<T> {
  /** The value of the key, made once; what failed to be made is not remembered. */
  readonly get: (key: string, make: () => Promise<T>) => Promise<T>;
  /** Whether it is there, or being made. */
  readonly has: (key: string) => boolean;
}

/** The cache of that name, holding `limit` values; the one unused for longest goes first. Never throws. */
export function boundedCache<T>(name: string, limit: number): BoundedCache<T> {
  const shared = globalThis as { [slot: symbol]: Map<string, Promise<T>> | undefined };
  const slot = Symbol.for(`hatstack.${name}`);
  const kept = shared[slot] ?? new Map<string, Promise<T>>();
  shared[slot] = kept;

  function get(key: string, make: () => Promise<T>): Promise<T> {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    value.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  }

  return { get, has: (key) => kept.has(key) };
}
