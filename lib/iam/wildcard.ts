// Wildcards of IAM policies: `*` any run of characters, `?` exactly one.

/** A text in which wildcards are written as the tokens below, so that a `*` that came in as plain text stays plain.
 *  The tokens are noncharacters, which Unicode keeps out of all interchanged text; they are no halves of pairs, for texts are
 *  compared by code unit and half of an emoji is one. */
export type Pattern = string;

export const STAR = '\uFDD0';
export const ONE = '\uFDD1';
/** As STAR and ONE, but never a colon: wildcards inside one of the first five fields of an ARN. */
export const FIELD_STAR = '\uFDD2';
export const FIELD_ONE = '\uFDD3';

const STAR_CODE = STAR.charCodeAt(0);
const ONE_CODE = ONE.charCodeAt(0);
const FIELD_STAR_CODE = FIELD_STAR.charCodeAt(0);
const FIELD_ONE_CODE = FIELD_ONE.charCodeAt(0);
const COLON_CODE = 58;

/** The pattern that a policy's text with `*` and `?` means. Never throws. */
export function toPattern(text: string): Pattern {
  return text.includes('*') || text.includes('?') ? text.replaceAll('*', STAR).replaceAll('?', ONE) : text;
}

/** Whether the pattern holds no wildcard. Never throws. */
export function isPlain(pattern: Pattern): boolean {
  for (let i = 0; i < pattern.length; i++) if (isToken(pattern.charCodeAt(i))) return false;
  return true;
}

/** Whether the pattern is nothing but `*`, and so matches every text. Never throws. */
export function isEverything(pattern: Pattern): boolean {
  for (let i = 0; i < pattern.length; i++) if (pattern.charCodeAt(i) !== STAR_CODE) return false;
  return pattern.length > 0;
}

function isToken(code: number): boolean {
  return code >= STAR_CODE && code <= FIELD_ONE_CODE;
}

/** Whether a policy's text with `*` and `?` matches a concrete value as a whole. Case-sensitive; callers fold case where IAM
 *  does (actions, not resources). Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-24) */
export function matchesWildcard(text: string, value: string): boolean {
  return matchesPattern(toPattern(text), value);
}

/** Whether the pattern matches the whole value. Field wildcards may only stand before the last five colons' worth of text that
 *  they bound: a STAR is never followed by a FIELD_STAR (see `matchesAnyOrder` for patterns where it is). No recursion and no
 *  regular expression: at worst pattern × value steps. Never throws. */
export function matchesPattern(pattern: Pattern, value: string): boolean {
  let p = 0;
  let v = 0;
  let star = -1;
  let mark = 0;
  while (v < value.length) {
    const code = p < pattern.length ? pattern.charCodeAt(p) : -1;
    if (code === STAR_CODE || code === FIELD_STAR_CODE) {
      star = p++;
      mark = v;
    } else if (accepts(code, value.charCodeAt(v))) {
      p++;
      v++;
    } else if (star >= 0 && accepts(pattern.charCodeAt(star), value.charCodeAt(mark))) {
      v = ++mark;
      p = star + 1;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern.charCodeAt(p))) p++;
  return p === pattern.length;
}

function isStar(code: number): boolean {
  return code === STAR_CODE || code === FIELD_STAR_CODE;
}

function accepts(token: number, character: number): boolean {
  if (token === STAR_CODE || token === ONE_CODE) return true;
  if (token === FIELD_STAR_CODE || token === FIELD_ONE_CODE) return character !== COLON_CODE;
  return token === character;
}

/** As `matchesPattern`, for patterns with STAR and FIELD_STAR in any order: keeps every place the pattern may have reached, one
 *  row per character. At worst pattern × value steps. Never throws. */
export function matchesAnyOrder(pattern: Pattern, value: string): boolean {
  let row = new Uint8Array(pattern.length + 1);
  let next = new Uint8Array(pattern.length + 1);
  row[0] = 1;
  skipStars(pattern, row);
  for (let v = 0; v < value.length; v++) {
    const character = value.charCodeAt(v);
    next.fill(0);
    for (let p = 0; p < pattern.length; p++) {
      const token = pattern.charCodeAt(p);
      if (row[p] === 1 && accepts(token, character)) next[isStar(token) ? p : p + 1] = 1;
    }
    skipStars(pattern, next);
    [row, next] = [next, row];
  }
  return row[pattern.length] === 1;
}

function skipStars(pattern: Pattern, row: Uint8Array): void {
  for (let p = 0; p < pattern.length; p++) if (row[p] === 1 && isStar(pattern.charCodeAt(p))) row[p + 1] = 1;
}

/** The places a matcher of the pattern can stand at before any text. Never throws. */
export function placesAtStart(pattern: Pattern): readonly number[] {
  return withSkippedStars(pattern, [0]);
}

/** The places it can stand at after one more character (a UTF-16 code unit). Never throws. */
export function placesAfter(
  pattern: Pattern,
  places: readonly number[],
  character: number,
): readonly number[] {
  const next: number[] = [];
  for (const place of places) {
    if (place === pattern.length) continue;
    const token = pattern.charCodeAt(place);
    if (accepts(token, character)) next.push(isStar(token) ? place : place + 1);
  }
  return withSkippedStars(pattern, next);
}

function withSkippedStars(pattern: Pattern, places: readonly number[]): readonly number[] {
  const all: number[] = [];
  for (const place of places) {
    let at = place;
    while (!all.includes(at)) {
      all.push(at);
      if (at === pattern.length || !isStar(pattern.charCodeAt(at))) break;
      at++;
    }
  }
  return all.sort((a, b) => a - b);
}
