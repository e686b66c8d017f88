// The condition under which an undetermined request is allowed, as a formula over what policies ask of it.

/** `operator`, `key` and `values` as in a Condition of a policy of version 2012-10-17; `resource` as in its Resource: holds when one
 *  of the texts matches. Plain JSON. */
export type Residual =
  | { readonly all: readonly Residual[] }
  | { readonly any: readonly Residual[] }
  | { readonly not: Residual }
  | { readonly operator: string; readonly key: string; readonly values: readonly string[] }
  | { readonly resource: readonly string[] };

/** All of them, with what stands twice left out. Never throws. */
export function allOf(parts: readonly Residual[]): Residual {
  const flat = unique(parts.flatMap((part) => ('all' in part ? part.all : [part])));
  return flat.length === 1 && flat[0] ? flat[0] : { all: flat };
}

/** One of them at least, with what stands twice left out. Never throws. */
export function anyOf(parts: readonly Residual[]): Residual {
  const flat = unique(parts.flatMap((part) => ('any' in part ? part.any : [part])));
  return flat.length === 1 && flat[0] ? flat[0] : { any: flat };
}

/** The opposite. Never throws. */
export function negated(part: Residual): Residual {
  return 'not' in part ? part.not : { not: part };
}

function unique(parts: readonly Residual[]): readonly Residual[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

/** How many conditions the formula holds. Never throws. */
export function sizeOf(residual: Residual): number {
  if ('all' in residual) return residual.all.reduce((size, part) => size + sizeOf(part), 0);
  if ('any' in residual) return residual.any.reduce((size, part) => size + sizeOf(part), 0);
  return 'not' in residual ? sizeOf(residual.not) : 1;
}
