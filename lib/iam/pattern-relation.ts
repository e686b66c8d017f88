// How a policy's pattern relates to a text of which parts are not known: matches all of it, none of it, or some.
import type { Tri } from './tri';
import { FIELD_ONE, FIELD_STAR, isPlain, matchesAnyOrder, ONE, type Pattern, STAR } from './wildcard';

/** Whether the pattern matches every text that the subject may stand for (`yes`), none (`no`), or some or not shown to be all
 *  (`unknown`). In the subject STAR is a run of unknown characters, FIELD_STAR one without colons. Never throws. */
export function relatePattern(pattern: Pattern, subject: Pattern): Tri {
  if (isPlain(subject)) return matchesAnyOrder(pattern, subject) ? 'yes' : 'no';
  // Most patterns differ from the text before either's first wildcard: what is alike up to there says nothing more.
  let same = 0;
  while (same < pattern.length && same < subject.length && pattern[same] === subject[same]) {
    if (isWild(pattern[same])) break;
    same += 1;
  }
  const [x, y] = [pattern[same], subject[same]];
  if (x !== undefined && y !== undefined && x !== y && !isWild(x) && !isWild(y)) return 'no';
  const left = pattern.slice(same);
  if (left === STAR) return 'yes';
  const right = subject.slice(same);
  if (!intersects(left, right)) return 'no';
  return covers(left, right) ? 'yes' : 'unknown';
}

function isWild(character: string | undefined): boolean {
  return character === STAR || character === ONE || character === FIELD_STAR || character === FIELD_ONE;
}

/** Whether some text matches both. Walks the product of the two, each pair of places once. */
function intersects(a: Pattern, b: Pattern): boolean {
  const width = b.length + 1;
  const seen = new Uint8Array((a.length + 1) * width);
  const stack = [0];
  while (stack.length > 0) {
    const at = stack.pop() ?? 0;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const i = Math.floor(at / width);
    const j = at % width;
    if (i === a.length && j === b.length) return true;
    const x = a[i];
    const y = b[j];
    if (x === STAR || x === FIELD_STAR) stack.push((i + 1) * width + j);
    if (y === STAR || y === FIELD_STAR) stack.push(i * width + j + 1);
    if (x === undefined || y === undefined || !shareCharacter(x, y)) continue;
    const nextI = x === STAR || x === FIELD_STAR ? i : i + 1;
    const nextJ = y === STAR || y === FIELD_STAR ? j : j + 1;
    stack.push(nextI * width + nextJ);
  }
  return false;
}

function shareCharacter(x: string, y: string): boolean {
  if (x === STAR || x === ONE) return true;
  if (y === STAR || y === ONE) return true;
  if (x === FIELD_STAR || x === FIELD_ONE) return y !== ':';
  if (y === FIELD_STAR || y === FIELD_ONE) return x !== ':';
  return x === y;
}

/** Whether the unknown runs can be taken up whole by stars of the pattern. Sound, not complete: `a?*` covers `ab*`, and what
 *  this misses stays `unknown` until the exact step. */
function covers(pattern: Pattern, subject: Pattern): boolean {
  const width = subject.length + 1;
  const seen = new Uint8Array((pattern.length + 1) * width);
  const stack = [0];
  while (stack.length > 0) {
    const at = stack.pop() ?? 0;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const i = Math.floor(at / width);
    const j = at % width;
    if (i === pattern.length && j === subject.length) return true;
    const token = pattern[i];
    const part = subject[j];
    if (token === STAR || token === FIELD_STAR) {
      stack.push((i + 1) * width + j);
      if (part !== undefined && takesUp(token, part)) stack.push(i * width + j + 1);
    } else if (token !== undefined && part !== undefined && part !== STAR && part !== FIELD_STAR) {
      if (token === ONE || token === part || (token === FIELD_ONE && part !== ':'))
        stack.push((i + 1) * width + j + 1);
    }
  }
  return false;
}

function takesUp(star: string, part: string): boolean {
  return star === STAR || (part !== ':' && part !== STAR);
}
