// Names and what stands for them: `role-1`, `bucket-1`, `000000000001`. Numbered in the order of the names, so that the same snapshot
// gives the same pseudonyms in every file.
import type { Names } from './collect-names';

export interface Pseudonyms {
  /** By name. */
  readonly byName: ReadonlyMap<string, string>;
}

/** A pseudonym for every name; no two names share one. Never throws. */
export function pseudonymsFor(names: Names): Pseudonyms {
  const counts = new Map<string, number>();
  const byName = new Map<string, string>();
  for (const [name, kind] of names) {
    const word = kindWord(kind, name);
    let pseudonym: string;
    do {
      const number = (counts.get(word) ?? 0) + 1;
      counts.set(word, number);
      pseudonym = spelled(kind, word, number);
    } while (names.has(pseudonym));
    byName.set(name, pseudonym);
  }
  return { byName };
}

/** The table that turns a redacted file back, by kind and number. Never throws. */
export function mappingOf({ byName }: Pseudonyms): Readonly<Record<string, string>> {
  return Object.fromEntries([...byName].map(([name, pseudonym]) => [pseudonym, name]));
}

function kindWord(kind: string, name: string): string {
  if (kind !== 'host') return kind;
  // What kind of CI system it is says more than its address hides.
  return /gitlab/i.test(name) ? 'gitlab' : /github/i.test(name) ? 'github' : 'host';
}

function spelled(kind: string, word: string, number: number): string {
  if (kind === 'account id') return String(number).padStart(12, '0');
  if (kind === 'host') return `${word}-${number}.example`;
  return `${word}-${number}`;
}
