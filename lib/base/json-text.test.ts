import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonText } from './json-text';

describe('readJsonText', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJsonText(text)).toMatchObject({ kind: 'json', value: JSON.parse(text) });
      }),
    );
  });

  it('takes no text that JSON.parse does not take, and refuses none that it takes', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      'true',
      ' ',
      '\n',
      '\\',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(readJsonText(text).kind, text).toBe(isJson ? 'json' : 'mistake');
      }),
      { numRuns: 2000 },
    );
  });

  const mistakes: readonly (readonly [text: string, message: string, line: number, column: number])[] = [
    ['', 'there is no text', 1, 1],
    ['{\n  "a": 1,\n}', 'there is a `,` too many before `}`', 2, 9],
    ['{\n  "a": 1\n  "b": 2\n}', 'a `,` or `}` is missing after a value, before `"`', 3, 3],
    ['{ "a" 1 }', 'a `:` is missing after "a"', 1, 7],
    ['{ a: 1 }', '`a` stands where a name in double quotes must', 1, 3],
    ['{ "a": Allow }', '`Allow` is no JSON: a text needs double quotes', 1, 8],
    ['{ "a": "x }', 'the text that begins here has no closing quote', 1, 8],
    ['{ "a": [1, 2', 'the `[` that opens here is never closed', 1, 8],
    ['{ "a": 1 } x', '`x` stands after the end of the document', 1, 12],
    ['{ "a": }', '`}` stands where a value must', 1, 8],
  ];
  it.each(mistakes)('says of %j what is wrong, and where', (text, message, line, column) => {
    expect(readJsonText(text)).toEqual({ kind: 'mistake', message, place: { line, column } });
  });

  it('knows where each part stands, and what is named twice', () => {
    const read = readJsonText(
      '{\n  "Statement": [\n    { "Effect": "Allow",\n      "Effect": "Deny" }\n  ]\n}',
    );
    if (read.kind !== 'json') throw new Error(read.message);
    expect(read.placeOf('/Statement/0')).toEqual({ line: 3, column: 5 });
    expect(read.placeOf('/Statement/0/Effect')).toEqual({ line: 4, column: 7 });
    expect(read.placeOf('/Statement/0/NotThere/1')).toEqual({ line: 3, column: 5 });
    expect(read.duplicates).toEqual(['/Statement/0/Effect']);
  });

  it('does not fall over what is nested very deep', () => {
    expect(readJsonText('['.repeat(100_000)).kind).toBe('mistake');
  });
});
