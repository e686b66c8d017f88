// The drawing for diagrams.net: accounts and regions as containers, cards in them, connectors that are attached to the cards.
import { borderStroke, lineStroke } from '@/lib/scene/draw/state-style';
import type { Box, Line, Scene, Stroke, Token } from '@/lib/scene/scene';
import { stateWord } from '@/lib/scene/state-word';
import { coloursOf } from '@/lib/scene/theme';
import { connector, labelOf, vertex } from '../drawio-cells';
import type { ExportOptions } from '../exporter';
import { type OutlineNode, outlineOf } from '../outline';
import { element } from '../xml';

type Colours = Readonly<Record<Token, string>>;
type Look = { readonly colours: Colours; readonly font: Readonly<Record<string, string | number>> };

const HEAD = 60;
const RING = 16;

/** An uncompressed draw.io file of one page. The same scene and looks give the same bytes. Never throws.
 *  @see https://www.drawio.com/doc/faq/diagram-source-edit (read 2026-11-27) */
export function printDrawio(scene: Scene, { theme, pen = 'clean' }: ExportOptions): string {
  const colours = coloursOf(theme, pen);
  const look: Look = {
    colours,
    font: {
      fontColor: colours.text,
      fontFamily: pen === 'hand' ? 'Patrick Hand' : 'Inter',
      ...(pen === 'hand' ? { sketch: 1, curveFitting: 1, jiggle: 2 } : {}),
    },
  };
  const { nodes, edges } = outlineOf(scene);
  const ids = new Map(nodes.map(({ box }, index) => [box.id, `box-${index}`]));
  const boxes = new Map(scene.boxes.map((box) => [box.id, box]));
  const drawn = edges.filter((edge) => edge.drawn).map(({ line }) => line);
  const width = Math.max(scene.width, 480);
  const cells = [
    element('mxCell', { id: '0' }),
    element('mxCell', { id: '1', parent: '0' }),
    ...headOf(scene, width, look),
    ...nodes.map((node) => boxCell(node, ids, boxes, look)),
    ...drawn.map((line, index) => lineCell(line, index, ids, boxes, look)),
    ...drawn.flatMap((line, index) => ringCell(line, index, look)),
  ];
  const model = element(
    'mxGraphModel',
    {
      grid: 0,
      page: 1,
      pageWidth: Math.ceil(width),
      pageHeight: Math.ceil(scene.height) + 2 * HEAD,
      background: colours.bg,
      adaptiveColors: 'none',
    },
    `\n${element('root', {}, `\n${cells.join('\n')}\n`)}\n`,
  );
  const page = element('diagram', { id: 'drawing', name: scene.title }, `\n${model}\n`);
  return `${element('mxfile', { host: 'Hatstack', compressed: 'false', pages: 1 }, `\n${page}\n`)}\n`;
}

function headOf(scene: Scene, width: number, { colours, font }: Look): readonly string[] {
  const words = {
    text: 1,
    html: 1,
    align: 'left',
    verticalAlign: 'middle',
    strokeColor: 'none',
    fillColor: 'none',
  };
  const legend = scene.legend.map(({ word }) => word).join(' · ');
  return [
    vertex(
      { id: 'title', label: labelOf([scene.title, scene.caption]), tooltip: scene.description },
      { ...words, ...font, fontSize: 13 },
      '1',
      { x: 12, y: -HEAD, width: width - 24, height: 40 },
    ),
    vertex(
      { id: 'legend', label: labelOf(['', legend]) },
      { ...words, ...font, fontSize: 11, fontColor: colours['text-2'], whiteSpace: 'wrap' },
      '1',
      { x: 12, y: Math.ceil(scene.height) + 8, width: width - 24, height: 40 },
    ),
  ];
}

function boxCell(
  { box, parent, isContainer, texts }: OutlineNode,
  ids: ReadonlyMap<string, string>,
  boxes: ReadonlyMap<string, Box>,
  { colours, font }: Look,
): string {
  const outer = parent === null ? undefined : boxes.get(parent);
  const marks = [
    ...(box.state === null || box.state === 'works' ? [] : [stateWord(box.state)]),
    ...(box.overBroad ? ['over-broad'] : []),
  ].filter((word) => !texts.some((text) => text.includes(word)));
  const fill = box.overBroad ? colours.broad : colours[isContainer ? frameFill(box) : 'raised'];
  const style = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: isContainer ? 12 : 7,
    html: 1,
    whiteSpace: 'wrap',
    fillColor: box.shape === 'head' ? 'none' : fill,
    ...(box.shape === 'head' ? { strokeColor: 'none' } : strokeStyle(borderStroke(box.state), colours)),
    ...(isContainer
      ? { container: 1, collapsible: 0, verticalAlign: 'top', align: 'left', spacingLeft: 8, fontSize: 12 }
      : { align: 'left', spacingLeft: 6, fontSize: 11, overflow: 'hidden' }),
    ...font,
    ...(box.opacity < 1 ? { opacity: Math.round(box.opacity * 100) } : {}),
  };
  const data = {
    id: ids.get(box.id) ?? '',
    label: labelOf([...texts, ...marks]),
    tooltip: box.label,
    boxId: box.id,
    kind: box.kind,
    state: box.state ?? '',
    overBroad: String(box.overBroad),
  };
  return vertex(data, style, parent === null ? '1' : (ids.get(parent) ?? '1'), {
    x: box.x - (outer?.x ?? 0),
    y: box.y - (outer?.y ?? 0),
    width: box.width,
    height: box.height,
  });
}

function frameFill({ shape }: Box): Token {
  return shape === 'frame' ? 'surface' : 'lane';
}

function lineCell(
  line: Line,
  index: number,
  ids: ReadonlyMap<string, string>,
  boxes: ReadonlyMap<string, Box>,
  { colours, font }: Look,
): string {
  const [first, last] = [line.points[0], line.points.at(-1)];
  const style = {
    edgeStyle: 'none',
    rounded: 1,
    html: 1,
    endArrow: line.state === 'broken' ? 'cross' : 'block',
    endFill: 1,
    ...strokeStyle(lineStroke(line.state), colours),
    ...font,
    fontSize: 10,
    labelBackgroundColor: colours.surface,
    ...(first === undefined ? {} : anchor('exit', first, boxes.get(line.from))),
    ...(last === undefined ? {} : anchor('entry', last, boxes.get(line.to))),
    ...(line.opacity < 1 ? { opacity: Math.round(line.opacity * 100) } : {}),
  };
  const says = [
    line.verb,
    ...(line.state === 'neutral' || line.state === 'works' ? [] : [stateWord(line.state)]),
    ...(line.overBroad ? ['over-broad'] : []),
  ];
  const data = {
    id: `line-${index}`,
    label: labelOf(['', says.join(', ')]).replace('<b></b><br>', ''),
    tooltip: line.label,
    lineId: line.id,
    kind: line.kind,
    state: line.state,
    overBroad: String(line.overBroad),
  };
  const ends = { source: ids.get(line.from) ?? '', target: ids.get(line.to) ?? '' };
  return connector(data, style, ends, line.points.slice(1, -1));
}

/** Where a line leaves or meets its box, in parts of the box, so that it stays attached there when the box is moved. */
function anchor(
  end: 'exit' | 'entry',
  point: { readonly x: number; readonly y: number },
  box: Box | undefined,
): Readonly<Record<string, number>> {
  if (box === undefined || box.width === 0 || box.height === 0) return {};
  const part = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return {
    [`${end}X`]: part((point.x - box.x) / box.width),
    [`${end}Y`]: part((point.y - box.y) / box.height),
    [`${end}Perimeter`]: 0,
  };
}

/** A point at which policies decide, with the state of each account that does. */
function ringCell(line: Line, index: number, { colours, font }: Look): readonly string[] {
  if (line.ring === null || line.ringParts.length === 0) return [];
  const { x, y, halves, number } = line.ring;
  const worst =
    (['broken', 'unknown', 'depends', 'works'] as const).find((state) => halves.includes(state)) ?? 'works';
  const data = {
    id: `ring-${index}`,
    label: number === null ? '' : String(number),
    tooltip: halves.map(stateWord).join(', '),
    decides: halves.join(','),
  };
  const style = {
    ellipse: 1,
    html: 1,
    fillColor: colours.surface,
    ...strokeStyle({ ...lineStroke(worst), strokeWidth: 2.8 }, colours),
    ...font,
    fontSize: 9,
  };
  return [vertex(data, style, '1', { x: x - RING / 2, y: y - RING / 2, width: RING, height: RING })];
}

function strokeStyle(
  { stroke, strokeWidth, dash }: Stroke,
  colours: Colours,
): Readonly<Record<string, string | number>> {
  return {
    strokeColor: colours[stroke ?? 'line-2'],
    strokeWidth: strokeWidth ?? 1,
    ...(dash === undefined ? {} : { dashed: 1, dashPattern: dash, fixDash: 1 }),
  };
}
