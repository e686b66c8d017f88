// A report as one HTML file that needs nothing else: well-formed, to be read on a screen and on paper, in colour and without.

import { THEMES } from '@/lib/scene/theme';
import type { Words } from '@/lib/scene/trail';
import { type Vector, vectorOf } from '@/lib/scene/vector';
import { printSvg } from '../formats/svg';
import { element, escapeXml, xmlId } from '../xml';
import { STYLE } from './html-style';
import type { Block, Cell, Report, Section, Tone } from './report';

/** The file. The same report gives the same bytes. Never throws. */
export function printHtml(report: Report): string {
  let drawings = 0;
  const drawn = () => {
    drawings += 1;
    return `d${drawings}`;
  };
  const head = [
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    element('title', {}, escapeXml(report.title)),
    // The footer of a page is text of a style sheet: quotes and line ends must not end it.
    element('style', {}, `${STYLE}@page{@bottom-left{content:"${cssText(report.footer)}"}}`),
  ].join('\n');
  const body = [
    element(
      'header',
      {},
      element('h1', {}, escapeXml(report.title)) + element('p', {}, escapeXml(report.footer)),
    ),
    contents(report.sections),
    element('main', {}, report.sections.map((one) => section(one, drawn)).join('\n')),
  ].join('\n');
  return `<!DOCTYPE html>\n${element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang: 'en' },
    `\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n`,
  )}\n`;
}

/** In the quotes of a style sheet inside an XML element. */
function cssText(text: string): string {
  return escapeXml(text.replace(/["\\\n\r<>&']/g, ' '));
}

function contents(sections: readonly Section[]): string {
  const links = sections.map(({ id, title }) =>
    element('li', {}, element('a', { href: `#${xmlId('part', id)}` }, escapeXml(title))),
  );
  return element('nav', { 'aria-label': 'Contents' }, element('ol', {}, links.join('')));
}

function section({ id, title, isOwnPage, blocks }: Section, drawn: () => string): string {
  const anchor = xmlId('part', id);
  return element(
    'section',
    { id: anchor, ...(isOwnPage ? { class: 'page' } : {}) },
    [element('h2', {}, escapeXml(title)), ...blocks.map((one) => block(one, drawn))].join('\n'),
  );
}

function block(one: Block, drawn: () => string): string {
  switch (one.kind) {
    case 'heading':
      return element(`h${one.level}`, {}, mark(one.tone) + prose(one.words));
    case 'text':
      return element('p', toned(one.tone), mark(one.tone) + prose(one.words));
    case 'facts':
      return element(
        'dl',
        {},
        one.facts
          .map(({ label, words }) => element('dt', {}, escapeXml(label)) + element('dd', {}, prose(words)))
          .join(''),
      );
    case 'table':
      return table(one);
    case 'drawing':
      return element('figure', {}, withOwnIds(printSvg(one.scene, { theme: 'light' }), drawn()));
    case 'policy':
      return policy(one);
    case 'signature':
      return element(
        'div',
        { class: 'signature' },
        element('p', {}, prose(one.words)) +
          one.fields.map((field) => element('p', { class: 'field' }, escapeXml(field))).join(''),
      );
  }
}

function table({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const end = (place: number) => (columns[place]?.align === 'end' ? { class: 'end' } : {});
  const widths = columns.map(({ width }) =>
    element('col', { style: `width:${Math.round(width * 1000) / 10}%` }),
  );
  const titles = columns.map(({ title }, place) =>
    element('th', { scope: 'col', ...end(place) }, escapeXml(title)),
  );
  const lines = rows.map((row) =>
    element('tr', {}, row.map((one, place) => element('td', end(place), cell(one))).join('')),
  );
  return element(
    'table',
    {},
    [
      element('caption', {}, escapeXml(caption)),
      element('colgroup', {}, widths.join('')),
      element('thead', {}, element('tr', {}, titles.join(''))),
      element('tbody', {}, lines.join('\n')),
    ].join('\n'),
  );
}

function cell({ words, tone }: Cell): string {
  return tone === undefined || tone === null
    ? prose(words)
    : element('span', { class: `tone ${tone}` }, mark(tone) + prose(words));
}

function policy({ title, lines }: Extract<Block, { kind: 'policy' }>): string {
  const written = lines.map(({ number, text, mark: marked, isNew }) => {
    const sign = isNew === true ? '+' : marked === 'failed' ? '!' : marked === 'deciding' ? '›' : ' ';
    const line = `${sign} ${String(number).padStart(3)}  ${text}`;
    return marked === 'none' && isNew !== true
      ? escapeXml(line)
      : element('b', marked === 'failed' ? { class: 'failed' } : {}, escapeXml(line));
  });
  return element(
    'figure',
    { class: 'policy' },
    element('figcaption', {}, escapeXml(title)) + element('pre', {}, written.join('\n')),
  );
}

function prose(sentence: Words): string {
  return sentence
    .map(({ text, mono, strong }) => {
      const said = mono ? element('code', {}, escapeXml(text)) : escapeXml(text);
      return strong ? element('b', {}, said) : said;
    })
    .join('');
}

function toned(tone: Tone | undefined): Readonly<Record<string, string>> {
  return tone === undefined || tone === null ? {} : { class: `tone ${tone}` };
}

/** The sign of a state: its shape tells, not its colour. */
function mark(tone: Tone | undefined): string {
  if (tone === undefined || tone === null) return '';
  const name = tone === 'broad' ? 'overbroad' : tone;
  const colours = THEMES.light;
  const drawn = vectorOf(
    {
      kind: 'glyph',
      name,
      x: 0,
      y: 0,
      size: 14,
      stroke: tone === 'broad' ? 'broad-t' : `${tone}-t`,
      strokeWidth: 2,
    },
    { colour: (token) => colours[token], hatch: 'none' },
  );
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'mark', width: 14, height: 14, 'aria-hidden': 'true' },
    written(drawn),
  );
}

function written({ tag, attributes, children }: Vector): string {
  return element(tag, attributes, children === undefined ? null : children.map(written).join(''));
}

/** Several drawings in one document must not share ids. Quotes inside texts are escaped, so that only attributes match. */
function withOwnIds(svg: string, prefix: string): string {
  return svg
    .replace(/ id="/g, ` id="${prefix}-`)
    .replace(/url\(#/g, `url(#${prefix}-`)
    .replace('aria-labelledby="title desc"', `aria-labelledby="${prefix}-title ${prefix}-desc"`);
}
