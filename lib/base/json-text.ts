// Reads JSON that a person typed: the value and where each part of it stands, or the first mistake in words, with its place.
import type { Json } from './json';

export interface TextPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export type JsonText =
  | {
      readonly kind: 'json';
      readonly value: Json;
      /** Where the part at a JSON pointer begins: a member of an object at its name. */
      readonly placeOf: (pointer: string) => TextPlace;
      /** JSON pointers of names that an object has twice. */
      readonly duplicates: readonly string[];
    }
  | { readonly kind: 'mistake'; readonly message: string; readonly place: TextPlace };

const DEEPEST = 60;

/** The value of a JSON text with its places, or the first mistake. Never throws.
 *  @see https://www.rfc-editor.org/rfc/rfc8259 (read 2026-11-27) */
export function readJsonText(text: string): JsonText {
  const reader = new Reader(text);
  try {
    const value = reader.whole();
    const placeOf = (pointer: string): TextPlace => {
      let at = pointer;
      while (!reader.offsets.has(at) && at !== '') at = at.slice(0, at.lastIndexOf('/'));
      return placeIn(text, reader.offsets.get(at) ?? 0);
    };
    return { kind: 'json', value, placeOf, duplicates: reader.duplicates };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { kind: 'mistake', message: error.message, place: placeIn(text, error.at) };
  }
}

/** Line and column of an offset. Never throws. */
function placeIn(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

class Mistake extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

class Reader {
  readonly offsets = new Map<string, number>();
  readonly duplicates: string[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): Json {
    this.blanks();
    if (this.at >= this.text.length) throw new Mistake('there is no text', 0);
    this.offsets.set('', this.at);
    const value = this.value('', 0);
    this.blanks();
    if (this.at < this.text.length)
      throw new Mistake(`\`${this.seen()}\` stands after the end of the document`, this.at);
    return value;
  }

  private value(pointer: string, depth: number): Json {
    if (depth > DEEPEST) throw new Mistake(`it is nested more than ${DEEPEST} deep`, this.at);
    const first = this.text[this.at];
    if (first === '{') return this.object(pointer, depth);
    if (first === '[') return this.list(pointer, depth);
    if (first === '"') return this.string();
    return this.word();
  }

  private object(pointer: string, depth: number): Json {
    const opened = this.at;
    const members: [string, Json][] = [];
    const seen = new Set<string>();
    this.at += 1;
    for (let isFirst = true; ; isFirst = false) {
      this.blanks();
      if (this.text[this.at] === '}' && isFirst) break;
      if (!isFirst) {
        if (this.text[this.at] === '}') break;
        this.separator(opened, '}', 'a value');
      }
      const named = this.at;
      if (this.text[this.at] !== '"')
        throw new Mistake(`\`${this.seen()}\` stands where a name in double quotes must`, named);
      const name = this.string();
      const inside = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (seen.has(name)) this.duplicates.push(inside);
      seen.add(name);
      this.offsets.set(inside, named);
      this.blanks();
      if (this.text[this.at] !== ':') throw new Mistake(`a \`:\` is missing after "${name}"`, this.at);
      this.at += 1;
      this.blanks();
      members.push([name, this.value(inside, depth + 1)]);
    }
    this.at += 1;
    return Object.fromEntries(members);
  }

  private list(pointer: string, depth: number): Json {
    const opened = this.at;
    const entries: Json[] = [];
    this.at += 1;
    for (;;) {
      this.blanks();
      if (this.text[this.at] === ']') break;
      if (entries.length > 0) this.separator(opened, ']', 'an entry');
      const inside = `${pointer}/${entries.length}`;
      this.offsets.set(inside, this.at);
      entries.push(this.value(inside, depth + 1));
    }
    this.at += 1;
    return entries;
  }

  /** The comma between two members or entries, and what must follow it. */
  private separator(opened: number, close: string, what: string): void {
    if (this.at >= this.text.length)
      throw new Mistake(`the \`${this.text[opened]}\` that opens here is never closed`, opened);
    if (this.text[this.at] !== ',')
      throw new Mistake(
        `a \`,\` or \`${close}\` is missing after ${what}, before \`${this.seen()}\``,
        this.at,
      );
    const comma = this.at;
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === close)
      throw new Mistake(`there is a \`,\` too many before \`${close}\``, comma);
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n')
      end += this.text[end] === '\\' ? 2 : 1;
    if (this.text[end] !== '"') throw new Mistake('the text that begins here has no closing quote', start);
    this.at = end + 1;
    try {
      return String(JSON.parse(this.text.slice(start, this.at)));
    } catch {
      throw new Mistake('this text has a character or a `\\` that JSON does not allow', start);
    }
  }

  private word(): Json {
    const start = this.at;
    const word = /^[^\s,:[\]{}"]*/.exec(this.text.slice(start))?.[0] ?? '';
    if (word === '') {
      const seen = this.at >= this.text.length ? 'the end of the text' : `\`${this.seen()}\``;
      throw new Mistake(`${seen} stands where a value must`, start);
    }
    this.at = start + word.length;
    if (word === 'true' || word === 'false' || word === 'null')
      return word === 'null' ? null : word === 'true';
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return Number(word);
    throw new Mistake(`\`${word.slice(0, 40)}\` is no JSON: a text needs double quotes`, start);
  }

  private blanks(): void {
    while (/[\t\n\r ]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private seen(): string {
    return /^[\w-]+|^./su.exec(this.text.slice(this.at))?.[0] ?? 'the end of the text';
  }
}
