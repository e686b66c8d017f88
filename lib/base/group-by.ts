// Groups a list by a key, in order of first appearance.

/** Lists of the elements that share a key. Never throws. */
export function groupBy<T, K>(list: Iterable<T>, key: (element: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const element of list) {
    const name = key(element);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [element]);
    else group.push(element);
  }
  return groups;
}
