// XML that no name can break out of.
import { describe, expect, it } from 'vitest';
import { element, escapeXml, xmlId } from './xml';

describe('escapeXml', () => {
  it.each([
    ['a < b & c > "d" \'e\'', 'a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;'],
    ['emoji 👩‍🚀 and right to left: תפקיד', 'emoji 👩‍🚀 and right to left: תפקיד'],
    ['control \u0000\u0008 signs', 'control \u{FFFD}\u{FFFD} signs'],
    ['half a pair \ud83d', 'half a pair \u{FFFD}'],
    ['</text><script>', '&lt;/text&gt;&lt;script&gt;'],
  ])('%j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});

it('an element escapes its attributes, not its content', () => {
  expect(element('g', { id: 'a"b', n: 1 }, '<path/>')).toBe('<g id="a&quot;b" n="1"><path/></g>');
  expect(element('path', { d: 'M0 0' })).toBe('<path d="M0 0"/>');
});

describe('xmlId', () => {
  it('is a valid name, different for different texts', () => {
    const ids = ['a/b', 'a:b', 'a_2f_b', 'a b'].map((text) => xmlId('box', text));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w-]*$/);
  });
});
