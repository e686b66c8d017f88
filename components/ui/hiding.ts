// Which filter of a list hides how many rows by itself.

/** A filter that is set, and what it hides. */
export interface Hiding {
  /** `The search “web”`. */
  readonly filter: string;
  readonly hides: number;
  readonly onLift: () => void;
}

/** The filters of `list` that are not as in `none`; `left` counts the rows that a list would show. Never throws. */
export function hidingOf<L extends F, F extends object>(props: {
  list: L;
  none: F;
  total: number;
  left: (list: L) => number;
  words: { readonly [K in keyof NoInfer<F>]: string };
  onLift: (filter: Partial<NoInfer<F>>) => void;
}): readonly Hiding[] {
  const { list, none, total } = props;
  return keysOf(none)
    .filter((key) => list[key] !== none[key])
    .map((key) => ({
      filter: props.words[key],
      hides: total - props.left({ ...list, ...none, [key]: list[key] }),
      onLift: () => props.onLift(only(none, key)),
    }));
}

function keysOf<F extends object>(record: F): (keyof F)[] {
  return Object.keys(record).filter((key): key is Extract<keyof F, string> => key in record);
}

function only<F extends object>(record: F, key: keyof F): Partial<F> {
  const one: Partial<F> = {};
  one[key] = record[key];
  return one;
}
