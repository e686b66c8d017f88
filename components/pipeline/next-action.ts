// The next action of a kind, round and round.

/** The one after the one in focus that is meant; the one in focus where none is. Never throws. */
export function after<T extends { readonly key: string }>(
  actions: readonly T[],
  current: string | null,
  isMeant: (action: T) => boolean,
): string | null {
  const place = actions.findIndex(({ key }) => key === current);
  const ahead = [...actions.slice(place + 1), ...actions.slice(0, place + 1)];
  return ahead.find(isMeant)?.key ?? current;
}
