// Which known word a mistyped one was meant to be.

/** The known word that the fewest slips away from `word`; null where none is near. Never throws. */
export function nearest(word: string, known: readonly string[]): string | null {
  const slips = known.map((candidate) => ({ candidate, count: distance(plain(word), plain(candidate)) }));
  const best = slips.toSorted((a, b) => a.count - b.count)[0];
  return best !== undefined && best.count <= Math.max(1, best.candidate.length / 3) ? best.candidate : null;
}

/** `roleName`, `role_name` and `role-name` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
