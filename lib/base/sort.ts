// Orders things the same way on every machine, whatever its locale.

/** Compares two texts by code unit: negative, zero or positive. Never throws. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy, by the text that `key` gives for each element; equal keys keep their order. Never throws. */
export function sortedBy<T>(list: readonly T[], key: (element: T) => string): T[] {
  return list
    .map((element) => ({ element, text: key(element) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ element }) => element);
}
