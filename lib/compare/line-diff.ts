// The lines in which two documents differ. Statements are matched by content, by Sid, then by likeness, so that moving one is no change.
import { isJsonObject, type Json } from '@/lib/base/json';
import { canonicalPolicy } from './canonical';
import type { DiffLine } from './comparison';

/** Unchanged lines that are kept on each side of a change. */
const NEAR = 2;

/** What is taken out and put in, line by line, with a little of what stays around it. `null` on a side: there is no document. Never
 *  throws. */
export function documentDiff(before: Json, after: Json): readonly DiffLine[] {
  const [old, now] = [before, after].map((one) => (one === null ? null : canonicalPolicy(one)));
  return shortened(wholeDiff(old ?? null, now ?? null));
}

function wholeDiff(before: Json, after: Json): readonly DiffLine[] {
  const statementsBefore = statementsOf(before);
  const statementsAfter = statementsOf(after);
  if (statementsBefore === null || statementsAfter === null)
    return linesDiff(linesOf(before), linesOf(after));
  const rest = (document: Json) => linesOf({ ...(document as object), Statement: [] } as Json).slice(0, -1);
  const head = linesDiff(opened(rest(before)), opened(rest(after)));
  const body = pairUp(statementsBefore, statementsAfter).flatMap(([old, now]) =>
    linesDiff(statementLines(old), statementLines(now)),
  );
  return [...head, ...body, { sign: ' ', text: '  ]' }, { sign: ' ', text: '}' }];
}

function opened(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/"Statement": \[\]$/, '"Statement": ['));
}

function statementsOf(document: Json): readonly Json[] | null {
  return isJsonObject(document) && Array.isArray(document.Statement) ? document.Statement : null;
}

function linesOf(document: Json): readonly string[] {
  return document === null ? [] : JSON.stringify(document, null, 2).split('\n');
}

function statementLines(statement: Json | null): readonly string[] {
  return linesOf(statement).map((line) => `    ${line}`);
}

/** Each statement with the one it was or became; those taken out stand where they stood. */
function pairUp(
  before: readonly Json[],
  after: readonly Json[],
): readonly (readonly [old: Json | null, now: Json | null])[] {
  const left = new Set(before.keys());
  const partner = new Map<number, number>();
  const open = () => [...after.keys()].filter((at) => !partner.has(at));
  const take = (now: number, old: number | undefined) => {
    if (old === undefined) return;
    partner.set(now, old);
    left.delete(old);
  };
  const matching = (name: (statement: Json) => string | null) => {
    const waiting = new Map<string, number[]>();
    for (const old of left) {
      const key = name(before[old] ?? null);
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), old]);
    }
    for (const now of open()) {
      const key = name(after[now] ?? null);
      if (key !== null) take(now, waiting.get(key)?.shift());
    }
  };
  matching((one) => JSON.stringify(one));
  matching((one) => (isJsonObject(one) && typeof one.Sid === 'string' ? one.Sid : null));
  for (const now of open()) take(now, mostAlike(after[now] ?? null, before, left));
  const pairs: (readonly [Json | null, Json | null])[] = [];
  const gone = [...left].sort((a, b) => a - b);
  for (const [now, statement] of after.entries()) {
    const old = partner.get(now);
    while (old !== undefined && gone[0] !== undefined && gone[0] < old) pairs.push([removed(), null]);
    pairs.push([old === undefined ? null : (before[old] ?? null), statement]);
  }
  while (gone.length > 0) pairs.push([removed(), null]);
  return pairs;

  function removed(): Json {
    return before[gone.shift() ?? -1] ?? null;
  }
}

/** The statement that shares at least half of its lines. */
function mostAlike(statement: Json, before: readonly Json[], left: ReadonlySet<number>): number | undefined {
  const lines = new Set(linesOf(statement).map((line) => line.replace(/,$/, '')));
  let most: number | undefined;
  let share = 0.5;
  for (const old of left) {
    const own = linesOf(before[old] ?? null).map((line) => line.replace(/,$/, ''));
    const shared = own.filter((line) => lines.has(line)).length / Math.max(own.length, lines.size);
    if (shared > share) [most, share] = [old, shared];
  }
  return most;
}

/** Longer texts are not laid side by side: all of the old stands before all of the new. */
const MOST_CELLS = 4_000_000;

/** The shortest way from one list of lines to the other; a comma more or less at the end is no difference. Never throws. */
export function linesDiff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a.replace(/,$/, '') === b.replace(/,$/, '');
  let start = 0;
  while (start < before.length && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    isSame(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end += 1;
  const same = (text: string): DiffLine => ({ sign: ' ', text });
  return [
    ...after.slice(0, start).map(same),
    ...middleDiff(before.slice(start, before.length - end), after.slice(start, after.length - end), isSame),
    ...after.slice(after.length - end).map(same),
  ];
}

function middleDiff(
  before: readonly string[],
  after: readonly string[],
  isSame: (a: string | undefined, b: string | undefined) => boolean,
): readonly DiffLine[] {
  const out = (text: string): DiffLine => ({ sign: '-', text });
  const put = (text: string): DiffLine => ({ sign: '+', text });
  if (before.length * after.length > MOST_CELLS) return [...before.map(out), ...after.map(put)];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      common[i * width + j] = isSame(before[i], after[j])
        ? (common[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && now !== undefined && isSame(old, now)) {
      lines.push({ sign: ' ', text: now });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (now === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push(out(old));
      i += 1;
    } else {
      lines.push(put(now ?? ''));
      j += 1;
    }
  }
  return lines;
}

/** Long runs of what stays become one line that says how much. */
function shortened(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - NEAR), index + NEAR + 1).some(({ sign }) => sign !== ' '),
  );
  if (!isNear.includes(true)) return [];
  const shown: DiffLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    let run = 0;
    while (at + run < lines.length && !isNear[at + run]) run += 1;
    if (run > 1) {
      shown.push({ sign: '…', text: `${run} unchanged lines` });
      at += run - 1;
    } else shown.push(line);
  }
  return shown;
}
