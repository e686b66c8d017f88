// The one place that writes XML: every name goes through here, so that none can break out of its element.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** What XML 1.0 allows no document to hold, escaped or not. @see https://www.w3.org/TR/xml/#charsets (read 2026-11-24) */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Nothing in it has to be escaped: nearly every text. */
const PLAIN = /^[ !#$%(-;=?-~]*$/;

/** Text for an element or an attribute; characters that XML forbids become the replacement sign. Never throws. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FORBIDDEN, '\u{FFFD}')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** An element. `content` is XML already. Never throws. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | null = null,
): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  return content === null ? `<${tag}${written}/>` : `<${tag}${written}>${content}</${tag}>`;
}

/** A valid XML id that is different for different texts. Never throws. */
export function xmlId(prefix: string, text: string): string {
  return `${prefix}-${[...text].map((c) => (/[A-Za-z0-9]/.test(c) ? c : `_${(c.codePointAt(0) ?? 0).toString(16)}_`)).join('')}`;
}
