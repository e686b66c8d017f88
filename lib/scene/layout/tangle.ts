// How much two tracks of one line get into each other's way.

/** A stretch along the line, px. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What a track holds, in order along the line: where its nets run, and where they turn off it, to either side. */
export interface Track {
  readonly spans: readonly Span[];
  /** Turning off towards smaller px, as seen across the line. */
  readonly less: readonly number[];
  readonly more: readonly number[];
}

/** Lying on one another is worse than any number of crossings. */
const OVERLAP = 40;

/** Crossings between two tracks, the first at the smaller px, and stretches on which what turns off them lies on one another. Never throws. */
export function tangleOf(first: Track, second: Track): number {
  return (
    crossings(first.more, second.spans) +
    crossings(second.less, first.spans) +
    OVERLAP * shared(first.more, second.less)
  );
}

/** How often a turn lies strictly inside a stretch; both in order, stretches apart from one another. */
function crossings(turns: readonly number[], spans: readonly Span[]): number {
  let found = 0;
  let next = 0;
  for (const { low, high } of spans) {
    while (next < turns.length && (turns[next] ?? 0) <= low) next += 1;
    for (; next < turns.length && (turns[next] ?? 0) < high; next += 1) found += 1;
  }
  return found;
}

function shared(one: readonly number[], other: readonly number[]): number {
  let found = 0;
  let next = 0;
  for (const at of one) {
    while (next < other.length && (other[next] ?? 0) < at) next += 1;
    if (other[next] === at) found += 1;
  }
  return found;
}

/** One track made of what its nets do on it; what one net does twice counts once. Never throws. */
export function trackOf(nets: readonly Track[]): Track {
  const inOrder = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);
  return {
    spans: nets.flatMap(({ spans }) => unionOf(spans)).sort((a, b) => a.low - b.low),
    less: inOrder(nets.flatMap(({ less }) => [...new Set(less)])),
    more: inOrder(nets.flatMap(({ more }) => [...new Set(more)])),
  };
}

/** The same stretches with those joined that touch, in order. Never throws. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  const joined: { low: number; high: number }[] = [];
  for (const { low, high } of [...spans].sort((a, b) => a.low - b.low)) {
    const last = joined.at(-1);
    if (last !== undefined && low <= last.high) last.high = Math.max(last.high, high);
    else joined.push({ low, high });
  }
  return joined;
}
