// How well a few typed letters fit a name: as a part of it, as the initials of its words, or in order with few gaps.

/** Where in a name the letters were found: `[start, end)`, in order. */
export type FuzzyMarks = readonly (readonly [start: number, end: number])[];

/** The words of what was typed, small. Never throws. */
export function fuzzyWords(typed: string): readonly string[] {
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** How well all words fit, higher is better; null where one does not. `more` is looked through for whole words only. Both texts are
 *  expected in small letters. Linear in their lengths. Never throws. */
export function fuzzyScore(words: readonly string[], name: string, more: string): number | null {
  let score = 0;
  for (const word of words) {
    const own = scoreOf(word, name);
    if (own === 0 && !more.includes(word)) return null;
    score += Math.max(own, IN_MORE);
  }
  return score;
}

/** The letters of `name` that the words found, to be shown bold. Never throws. */
export function fuzzyMarks(words: readonly string[], name: string): FuzzyMarks {
  const found = words.flatMap((word) => {
    const at = name.indexOf(word);
    if (at >= 0) return [[at, at + word.length] as const];
    return initialsOf(word, name) ?? runsOf(word, name) ?? [];
  });
  const marks: [number, number][] = [];
  for (const [start, end] of [...found].sort(([a], [b]) => a - b)) {
    const last = marks.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

const WHOLE = 120;
const AT_START = 100;
const AT_WORD = 80;
const INSIDE = 60;
const INITIALS = 45;
const IN_MORE = 30;
const GAPS = 20;
/** What a word gains when it is all of the name. */
const SHARE = 15;

function scoreOf(word: string, name: string): number {
  const at = name.indexOf(word);
  if (at >= 0) {
    if (word.length === name.length) return WHOLE;
    const place = at === 0 ? AT_START : isWordStart(name, at) ? AT_WORD : INSIDE;
    return place + (SHARE * word.length) / name.length;
  }
  if (word.length < 2) return 0;
  if (initialsOf(word, name) !== null) return INITIALS;
  return runsOf(word, name) === null ? 0 : GAPS;
}

/** `dpu` in `deploy-prod-use2`. */
function initialsOf(word: string, name: string): FuzzyMarks | null {
  const marks: [number, number][] = [];
  for (let at = 0; at < name.length && marks.length < word.length; at += 1) {
    if (name[at] === word[marks.length] && isWordStart(name, at)) marks.push([at, at + 1]);
  }
  return marks.length === word.length ? marks : null;
}

/** `chkserv` in `checkout-service`: the first letter begins a word, and the pieces are long enough to be meant. */
function runsOf(word: string, name: string): FuzzyMarks | null {
  const marks: [number, number][] = [];
  let at = 0;
  for (const letter of word) {
    const found = name.indexOf(letter, at);
    if (found < 0) return null;
    const last = marks.at(-1);
    if (last !== undefined && last[1] === found) last[1] = found + 1;
    else marks.push([found, found + 1]);
    at = found + 1;
  }
  const isMeant = marks.length <= Math.ceil(word.length / 2);
  return isMeant && isWordStart(name, marks[0]?.[0] ?? 0) ? marks : null;
}

function isWordStart(name: string, at: number): boolean {
  return at === 0 || !/[a-z0-9]/.test(name[at - 1] ?? '');
}
