// The one place that writes names into Markdown: none can become markup, a link, a mention or another cell.

/** One line of Markdown that reads as the text does. Never throws.
 *  @see https://spec.commonmark.org/0.31.2/#backslash-escapes (read 2026-11-27) */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~$<>]/g, (sign) => `\\${sign}`)
    .replace(/^([-=]|\d+\.)/, '\\$1')
    .replaceAll('&', '&amp;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//');
}
