// Sorts all texts by which of some patterns they match, and gives one text of every kind there is.
import {
  FIELD_ONE,
  FIELD_STAR,
  isPlain,
  ONE,
  type Pattern,
  placesAfter,
  placesAtStart,
  STAR,
} from './wildcard';

export interface TextPattern {
  readonly pattern: Pattern;
  /** Compares ignoring case; the pattern is lower-case. */
  readonly isFolded: boolean;
}

export interface TextClasses {
  readonly texts: readonly string[];
  /** False when the search was cut short and kinds may be missing. */
  readonly isComplete: boolean;
}

const STEPS = 200_000;

/** One text for each combination of matches that some text within `within` shows. Walks all patterns at once, each combination
 *  of places once, so that the texts found are the shortest. Never throws. */
export function textClasses(patterns: readonly TextPattern[], within: Pattern): TextClasses {
  const fresh = freshCharacter([within, ...patterns.map((one) => one.pattern)]);
  if (within === STAR && patterns.every((one) => !one.isFolded && isPlain(one.pattern)))
    return { texts: [...new Set(patterns.map((one) => one.pattern)), fresh], isComplete: true };
  return search([{ pattern: within, isFolded: false }, ...patterns], fresh);
}

interface State {
  readonly text: string;
  readonly places: readonly (readonly number[])[];
}

function search(all: readonly TextPattern[], fresh: string): TextClasses {
  const start: State = { text: '', places: all.map((one) => placesAtStart(one.pattern)) };
  const queue: State[] = [start];
  const seen = new Set([keyOf(start)]);
  const texts = new Map<string, string>();
  let steps = 0;
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at];
    if (state === undefined) break;
    const accepted = all.map((one, index) => state.places[index]?.includes(one.pattern.length) ?? false);
    const kind = accepted.join();
    if (accepted[0] && !texts.has(kind)) texts.set(kind, state.text);
    for (const character of nextCharacters(all, state, fresh)) {
      steps += all.length;
      const places = all.map((one, index) => step(one, state.places[index] ?? [], character));
      if (places[0]?.length === 0) continue;
      const next = { text: state.text + character, places };
      const key = keyOf(next);
      if (!seen.has(key)) queue.push(next);
      seen.add(key);
    }
    if (steps > STEPS) return { texts: [...texts.values()], isComplete: false };
  }
  return { texts: [...texts.values()], isComplete: true };
}

function keyOf(state: State): string {
  return state.places.map((places) => places.join(',')).join('|');
}

function step(one: TextPattern, places: readonly number[], character: string): readonly number[] {
  if (places.length === 0) return places;
  return placesAfter(one.pattern, places, (one.isFolded ? character.toLowerCase() : character).charCodeAt(0));
}

/** The characters that make a difference in this state: those some pattern waits for, a colon where one is barred, any other. */
function nextCharacters(all: readonly TextPattern[], state: State, fresh: string): ReadonlySet<string> {
  const characters = new Set([fresh]);
  all.forEach((one, index) => {
    for (const place of state.places[index] ?? []) {
      const token = one.pattern[place];
      if (token === undefined || token === STAR || token === ONE) continue;
      if (token === FIELD_STAR || token === FIELD_ONE) characters.add(':');
      else {
        characters.add(token);
        if (one.isFolded) characters.add(token.toUpperCase().slice(0, 1));
      }
    }
  });
  return characters;
}

/** A character that none of the texts holds, in either case. Never throws. */
export function freshCharacter(texts: readonly string[]): string {
  const taken = new Set(texts.flatMap((text) => [...text.toLowerCase(), ...text]));
  for (const candidate of 'xyzqjkvw0123456789') if (!taken.has(candidate)) return candidate;
  let code = 0x4e00;
  while (taken.has(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
