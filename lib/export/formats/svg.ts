// The scene as one SVG file that needs nothing else: colours written out, text as text, names and description for readers.
import { byHand, handDrawn } from '@/lib/scene/hand/hand-drawn';
import type { Box, Line, Primitive, Scene } from '@/lib/scene/scene';
import { textWidth } from '@/lib/scene/text-metrics';
import { coloursOf } from '@/lib/scene/theme';
import { HAND, type Pen, SANS, type Vector, vectorOf } from '@/lib/scene/vector';
import type { ExportOptions } from '../exporter';
import { element, escapeXml, xmlId } from '../xml';

const HATCH = 'hatstack-hatch';
const MARGIN = 16;
const HEAD = 48;
const LEGEND_ROW = 24;

/** An SVG document: heading, drawing, legend. The same scene and theme give the same bytes. Never throws. */
export function printSvg(clean: Scene, { theme, pen: penName = 'clean' }: ExportOptions): string {
  const colours = coloursOf(theme, penName);
  const scene = penName === 'hand' ? handDrawn(clean) : clean;
  const pen: Pen = { colour: (token) => colours[token], hatch: `url(#${HATCH})` };
  const penned = (list: readonly Primitive[], owner: string): readonly Primitive[] =>
    penName === 'hand' ? byHand(list, owner) : list;
  const legend = legendRows(scene);
  const width = Math.max(scene.width + 2 * MARGIN, 480);
  const height = HEAD + scene.height + legend.length * LEGEND_ROW + 2 * MARGIN;
  const cards = scene.boxes.filter((box) => box.shape === 'card');
  const grounds = scene.boxes.filter((box) => box.shape !== 'card');
  const lines = scene.lines.filter((line) => line.parts.length > 0 || line.ringParts.length > 0);
  const drawing = [
    ...grounds.map((box) => printBox(box, pen)),
    ...lines.map((line) => printLine(line, pen)),
    ...cards.map((box) => printBox(box, pen)),
    element('g', { id: 'rings' }, lines.map((line) => parts(line.ringParts, pen)).join('')),
    element('g', { id: 'texts' }, parts(scene.texts, pen)),
  ].join('\n');
  const body = [
    element('title', { id: 'title' }, escapeXml(scene.title)),
    element('desc', { id: 'desc' }, escapeXml(`${scene.description} ${scene.caption}.`)),
    element('defs', {}, hatch(colours['line-2'])),
    element('rect', { width, height, fill: colours.bg }),
    element('g', { id: 'head' }, parts(penned(heading(scene, width), 'head'), pen)),
    element('g', { id: 'drawing', transform: `translate(${MARGIN} ${HEAD})` }, `\n${drawing}\n`),
    printLegend(legend, HEAD + scene.height + MARGIN / 2, pen, penned),
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
      'font-family': penName === 'hand' ? HAND : SANS,
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

function heading(scene: Scene, width: number): readonly Primitive[] {
  const text = { kind: 'text', font: 'sans', y: 28 } as const;
  return [
    { ...text, x: MARGIN + 12, text: scene.title, size: 16, weight: 650, fill: 'text' },
    {
      ...text,
      x: width - MARGIN - 12,
      text: `${scene.caption}. Hatstack`,
      size: 11,
      weight: 400,
      fill: 'text-3',
      anchor: 'end',
    },
  ];
}

function printBox(box: Box, pen: Pen): string {
  const attributes = {
    id: xmlId('box', box.id),
    'data-id': box.id,
    role: box.shape === 'card' ? 'img' : 'group',
    'aria-label': box.label,
    transform: `translate(${box.x} ${box.y})`,
    ...(box.opacity < 1 ? { opacity: box.opacity } : {}),
  };
  return element('g', attributes, parts(box.parts, pen));
}

function printLine(line: Line, pen: Pen): string {
  const attributes = {
    id: xmlId('line', line.id),
    'data-from': line.from,
    'data-to': line.to,
    'data-state': line.state,
    role: 'img',
    'aria-label': line.label,
    ...(line.opacity < 1 ? { opacity: line.opacity } : {}),
  };
  return element('g', attributes, parts(line.parts, pen));
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

interface PlacedEntry {
  readonly x: number;
  readonly word: string;
  readonly sample: readonly Primitive[];
}

function legendRows(scene: Scene): readonly (readonly PlacedEntry[])[] {
  const rows: PlacedEntry[][] = [];
  let x = MARGIN + 12;
  for (const { word, sample } of scene.legend) {
    const width = 40 + textWidth(word, 'sans', 11, 400) + 28;
    if (rows.length === 0 || x + width > Math.max(scene.width, 448)) {
      rows.push([]);
      x = MARGIN + 12;
    }
    rows.at(-1)?.push({ x, word, sample });
    x += Math.ceil(width);
  }
  return rows;
}

function printLegend(
  rows: readonly (readonly PlacedEntry[])[],
  top: number,
  pen: Pen,
  penned: (list: readonly Primitive[], owner: string) => readonly Primitive[],
): string {
  const entries = rows.flatMap((row, index) =>
    row.map(({ x, word, sample }) => {
      const label: Primitive = {
        kind: 'text',
        x: 40,
        y: 13,
        text: word,
        font: 'sans',
        size: 11,
        weight: 400,
        fill: 'text-2',
      };
      return element(
        'g',
        { transform: `translate(${x} ${top + index * LEGEND_ROW})` },
        parts([...sample, ...penned([label], word)], pen),
      );
    }),
  );
  return element('g', { id: 'legend' }, entries.join(''));
}
