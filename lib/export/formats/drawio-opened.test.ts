// The draw.io file, opened by mxGraph, the library that diagrams.net is built on: what it makes of it, and where it draws it.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { DRAWINGS } from '../drawings.fixture';
import { outlineOf } from '../outline';
import { printDrawio } from './drawio';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shape extends Rect {
  readonly box: string;
  /** The box of the shape that it stands in. */
  readonly parent: string | null;
}

interface Connector {
  readonly from: string | null;
  readonly to: string | null;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const { window } = new JSDOM('<!doctype html><body><div id="page"></div></body>', {
  runScripts: 'outside-only',
});
// Its words and style sheets would come from a server.
window.eval('var mxLoadResources = false, mxLoadStylesheets = false;');
window.eval(readFileSync('node_modules/mxgraph/javascript/mxClient.js', 'utf8'));

/** Reads the file as the editor does and tells, as JSON, every cell as it is drawn. */
const OPEN = `(file) => {
  const model = mxUtils.parseXml(file).querySelector('mxGraphModel');
  const graph = new mxGraph(document.getElementById('page'));
  new mxCodec(model.ownerDocument).decode(model, graph.getModel());
  const cells = Object.values(graph.getModel().cells);
  const named = (cell, name) => cell?.value?.getAttribute?.(name) ?? null;
  const drawn = (cell) => graph.view.getState(cell);
  const place = ({ x, y, width, height }) => ({ x, y, width, height });
  return JSON.stringify({
    shapes: cells
      .filter((cell) => cell.vertex && named(cell, 'boxId') !== null)
      .map((cell) => ({ box: named(cell, 'boxId'), parent: named(cell.parent, 'boxId'), ...place(drawn(cell)) })),
    connectors: cells
      .filter((cell) => cell.edge && named(cell, 'lineId') !== null)
      .map((cell) => ({
        from: named(cell.source, 'boxId'),
        to: named(cell.target, 'boxId'),
        points: drawn(cell).absolutePoints.map(({ x, y }) => ({ x, y })),
      })),
  });
}`;

function opened(file: string): { shapes: readonly Shape[]; connectors: readonly Connector[] } {
  return JSON.parse(String(window.eval(`(${OPEN})(${JSON.stringify(file)})`)));
}

it.each(DRAWINGS)('%s: every box is drawn in its place and its container', (_, scene) => {
  const { shapes } = opened(printDrawio(scene, { theme: 'light' }));
  const drawn = shapes.map(({ box, parent, x, y, width, height }) => [box, parent, x, y, width, height]);
  const { nodes } = outlineOf(scene);
  const meant = nodes.map(({ box, parent }) => [box.id, parent, box.x, box.y, box.width, box.height]);
  expect(new Map(drawn.map((one) => [one[0], one]))).toEqual(new Map(meant.map((one) => [one[0], one])));
  expect(drawn).toHaveLength(meant.length);
});

it.each(DRAWINGS)('%s: every connector begins and ends on the edge of its shapes', (_, scene) => {
  const { shapes, connectors } = opened(printDrawio(scene, { theme: 'light' }));
  const byBox = new Map(shapes.map((shape) => [shape.box, shape]));
  const lines = outlineOf(scene).edges.filter((edge) => edge.drawn);
  expect(connectors.map(({ from, to }) => [from, to])).toEqual(lines.map(({ line }) => [line.from, line.to]));
  for (const { from, to, points } of connectors)
    for (const [box, point] of [
      [from, points.at(0)],
      [to, points.at(-1)],
    ] as const)
      expect(distanceFromEdge(byBox.get(box ?? ''), point), `${box}: ${from} → ${to}`).toBeLessThan(
        // A line leaves a row of words, which has no edge, behind its last word.
        box?.startsWith('hop:') === true ? 20 : 1,
      );
});

/** From the border of the rectangle, px. */
function distanceFromEdge(rect: Rect | undefined, point: Connector['points'][number] | undefined): number {
  if (rect === undefined || point === undefined) return Number.POSITIVE_INFINITY;
  const [left, top] = [point.x - rect.x, point.y - rect.y];
  const outside = Math.max(-left, -top, left - rect.width, top - rect.height, 0);
  const inside = Math.min(left, top, rect.width - left, rect.height - top);
  return outside > 0 ? outside : inside;
}
