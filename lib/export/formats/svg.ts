// The scene as one SVG file that needs nothing else: colours written out, text as text, names and description for readers.
import type { Box, Line, Primitive, Scene } from '@/lib/scene/scene';
import { textWidth } from '@/lib/scene/text-metrics';
import { HAND, type Pen, SANS, type Vector, vectorOf } from '@/lib/scene/vector';
import type { ExportOptions } from '../exporter';
import { type Sheet, sheetOf } from '../sheet';
import { element, escapeXml, xmlId } from '../xml';

const HATCH = 'hatstack-hatch';

/** An SVG document: heading, drawing, legend. The same scene and theme give the same bytes. Never throws. */
export function printSvg(scene: Scene, look: ExportOptions): string {
  return svgOfSheet(scene, sheetOf(scene, look));
}

/** The same of a sheet that is laid out already; without the names of things where pixels are made of it. Never throws. */
export function svgOfSheet(scene: Scene, sheet: Sheet, isForPixels = false): string {
  const { width, height, colours, origin, lines } = sheet;
  const pen: SvgPen = {
    colour: (token) => colours[token],
    hatch: `url(#${HATCH})`,
    hasNames: !isForPixels,
  };
  const drawing = [
    ...sheet.grounds.map((box) => printBox(box, pen)),
    ...lines.map((line) => printLine(line, pen)),
    ...sheet.cards.map((box) => printBox(box, pen)),
    element('g', { id: 'rings' }, lines.map((line) => parts(line.ringParts, pen)).join('')),
    element('g', { id: 'texts' }, parts(sheet.texts, pen)),
  ].join('\n');
  const legend = sheet.legend.map((entry) =>
    element('g', { transform: `translate(${entry.x} ${entry.y})` }, parts(entry.parts, pen)),
  );
  const body = [
    element('title', { id: 'title' }, escapeXml(scene.title)),
    element('desc', { id: 'desc' }, escapeXml(`${scene.description} ${scene.caption}.`)),
    element('defs', {}, hatch(colours['line-2'])),
    element('rect', { width, height, fill: colours.bg }),
    element('g', { id: 'head' }, parts(sheet.head, pen)),
    element('g', { id: 'drawing', transform: `translate(${origin.x} ${origin.y})` }, `\n${drawing}\n`),
    element('g', { id: 'legend' }, legend.join('')),
  ].join('\n');
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': sheet.isHand ? HAND : SANS,
    },
    `\n${body}\n`,
  )}\n`;
}

function hatch(stroke: string): string {
  const line = element('path', { d: 'M0 0V7', stroke, 'stroke-width': 1 });
  return element(
    'pattern',
    { id: HATCH, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    line,
  );
}

interface SvgPen extends Pen {
  readonly hasNames: boolean;
}

function printBox(box: Box, pen: SvgPen): string {
  const attributes = {
    ...(pen.hasNames ? namesOfBox(box) : {}),
    transform: `translate(${box.x} ${box.y})`,
    ...(box.opacity < 1 ? { opacity: box.opacity } : {}),
  };
  return element('g', attributes, parts(box.parts, pen));
}

function printLine(line: Line, pen: SvgPen): string {
  const attributes = {
    ...(pen.hasNames ? namesOfLine(line) : {}),
    ...(line.opacity < 1 ? { opacity: line.opacity } : {}),
  };
  return element('g', attributes, parts(line.parts, pen));
}

/** What tells a reader which box it is. */
function namesOfBox({ id, shape, label }: Box): Readonly<Record<string, string>> {
  return {
    id: xmlId('box', id),
    'data-id': id,
    role: shape === 'card' ? 'img' : 'group',
    'aria-label': label,
  };
}

function namesOfLine({ id, from, to, state, label }: Line): Readonly<Record<string, string>> {
  return {
    id: xmlId('line', id),
    'data-from': from,
    'data-to': to,
    'data-state': state,
    role: 'img',
    'aria-label': label,
  };
}

function parts(list: readonly Primitive[], pen: Pen): string {
  return list.map((part) => written(vectorOf(part, pen), part)).join('');
}

function written({ tag, attributes, text, full, children }: Vector, part: Primitive | null = null): string {
  if (tag === 'text' && text !== undefined) {
    const title = full === undefined ? '' : element('title', {}, escapeXml(full));
    return element('text', { ...attributes, ...fixedWidth(part) }, title + escapeXml(text));
  }
  return element(
    tag,
    attributes,
    children === undefined ? null : children.map((child) => written(child)).join(''),
  );
}

/** A reader without our fonts still keeps every word inside its card: its width is written down. */
function fixedWidth(part: Primitive | null): Readonly<Record<string, string | number>> {
  if (part?.kind !== 'text' || part.text.length < 3 || !/^[\x20-\x7e…]+$/.test(part.text)) return {};
  const width = textWidth(part.text, part.font, part.size, part.weight);
  return { textLength: Math.round(width * 10) / 10, lengthAdjust: 'spacingAndGlyphs' };
}
