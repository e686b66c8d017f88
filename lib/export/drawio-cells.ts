// The cells of a draw.io drawing: each a labelled object with its geometry, as diagrams.net reads them.
import { element, escapeXml } from './xml';

type Values = Readonly<Record<string, string | number>>;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `a=1;b=2;`: a style as draw.io writes it. Never throws. */
export function styleOf(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${String(value).replaceAll(';', ',')};`)
    .join('');
}

/** Lines of text as the HTML of a label: the first one bold. Never throws. */
export function labelOf(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index === 0 ? `<b>${escapeXml(line)}</b>` : escapeXml(line)))
    .join('<br>');
}

/** A shape. `parent` is the id of its container, `1` for the page; its place is relative to it. Never throws. */
export function vertex(data: Values, style: Values, parent: string, { x, y, width, height }: Place): string {
  const geometry = element('mxGeometry', { x, y, width, height, as: 'geometry' });
  return element('object', data, element('mxCell', { style: styleOf(style), vertex: 1, parent }, geometry));
}

/** A connector between two shapes, through these points of the page. Never throws. */
export function connector(
  data: Values,
  style: Values,
  ends: { readonly source: string; readonly target: string },
  points: readonly { readonly x: number; readonly y: number }[],
): string {
  const way = points.map(({ x, y }) => element('mxPoint', { x, y })).join('');
  const array = way === '' ? '' : element('Array', { as: 'points' }, way);
  const geometry = element('mxGeometry', { relative: 1, as: 'geometry' }, array);
  const cell = { style: styleOf(style), edge: 1, parent: '1', ...ends };
  return element('object', data, element('mxCell', cell, geometry));
}
