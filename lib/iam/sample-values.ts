// Values of a key that show every way its conditions can come out: one of each kind, and none besides.
import type { Family } from './operator';
import { freshCharacter, type TextPattern, textClasses } from './text-classes';
import { formatAddress, readAddressRange, readDate, readNumber } from './values';
import { STAR } from './wildcard';

/** A value of a policy that some condition compares with the key. */
export interface Compared {
  readonly family: Family;
  /** As written, or with its variables filled in. */
  readonly text: string;
  /** For texts: what is matched. */
  readonly pattern: string | null;
}

export interface Samples {
  readonly values: readonly string[];
  /** False when combinations may be missing. */
  readonly isComplete: boolean;
}

/** Sample values for a key that begins with `prefix` and is compared with these. Where `around` holds texts, each kind that has a
 *  value which occurs in none of them is shown by such a one as well. Never throws. */
export function sampleValues(
  compared: readonly Compared[],
  prefix: string,
  around: readonly string[],
): Samples {
  const families = new Set(compared.map((one) => (one.family === 'folded' ? 'text' : one.family)));
  families.delete('null');
  const of = (family: Family) => compared.filter((one) => one.family === family).map((one) => one.text);
  const values: string[] = [];
  let isComplete = families.size <= 1;
  if (families.has('text') || families.size === 0) {
    const patterns: TextPattern[] = compared.flatMap((one) =>
      one.pattern === null ? [] : { pattern: one.pattern, isFolded: one.family === 'folded' },
    );
    const classes = textClasses(patterns, prefix + STAR);
    values.push(...classes.texts);
    isComplete &&= classes.isComplete;
    if (around.length > 0) {
      // A kind without a value that holds a character of our choice is one literal, and so shown already; not so ignoring case.
      const fresh = freshCharacter([prefix, ...around, ...patterns.map((one) => one.pattern)]);
      const apart = textClasses(patterns, prefix + STAR + fresh + STAR);
      values.push(...apart.texts);
      isComplete &&= apart.isComplete && patterns.every((one) => !one.isFolded);
    }
  }
  if (families.has('bool')) values.push('true', 'false');
  if (families.has('number')) values.push(...numberSamples(of('number')));
  if (families.has('date')) values.push(...dateSamples(of('date')));
  if (families.has('ip')) values.push(...addressSamples(of('ip')));
  if (prefix === '') return { values: [...new Set(values)], isComplete };
  return { values: [...new Set(values)].filter((value) => value.startsWith(prefix)), isComplete };
}

function between(points: readonly number[]): readonly number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  return [
    ...sorted.flatMap((point, index) => [
      index === 0 ? point - 1 : (point + (sorted[index - 1] ?? 0)) / 2,
      point,
    ]),
    (sorted.at(-1) ?? 0) + 1,
  ];
}

function numberSamples(texts: readonly string[]): readonly string[] {
  return between(texts.flatMap((text) => readNumber(text) ?? [])).map(String);
}

/** As seconds with a fraction, so that four digits are not taken for a year. */
function dateSamples(texts: readonly string[]): readonly string[] {
  return between(texts.flatMap((text) => readDate(text) ?? [])).map((ms) =>
    Number.isInteger(ms / 1000) ? `${ms / 1000}.0` : String(ms / 1000),
  );
}

/** The first address of every stretch between two edges of blocks, and one of each version outside them all. */
function addressSamples(texts: readonly string[]): readonly string[] {
  const samples: string[] = [];
  for (const version of [4, 6] as const) {
    const edges = new Set([0n]);
    for (const text of texts) {
      const range = readAddressRange(text);
      if (range?.version !== version) continue;
      edges.add(range.first);
      if (range.last < (1n << (version === 4 ? 32n : 128n)) - 1n) edges.add(range.last + 1n);
    }
    samples.push(...[...edges].map((edge) => formatAddress(version, edge)));
  }
  return samples;
}
