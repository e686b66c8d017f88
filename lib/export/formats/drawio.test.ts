// The draw.io file, read back as XML and its labels as HTML, and followed as diagrams.net follows it: parents, sources, targets.
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { DRAWINGS } from '../drawings.fixture';
import { outlineOf } from '../outline';
import { printDrawio } from './drawio';

const { window } = new JSDOM();
const decoder = window.document.createElement('div');

interface Cell {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
  readonly style: Readonly<Record<string, string>>;
  readonly label: string;
  readonly parent: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly geometry: Element;
}

function wordsOf(html: string): string {
  decoder.innerHTML = html.replaceAll('<br>', '\n');
  return decoder.textContent ?? '';
}

function read(xml: string): readonly Cell[] {
  const document = new window.DOMParser().parseFromString(xml, 'text/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  expect([...document.querySelectorAll('root > mxCell')].map((one) => one.getAttribute('id'))).toEqual([
    '0',
    '1',
  ]);
  return [...document.querySelectorAll('root > object')].map((object) => {
    const [cell] = object.children;
    const [geometry] = cell?.children ?? [];
    if (cell === undefined || geometry === undefined) throw new Error('a cell without geometry');
    const data = Object.fromEntries([...object.attributes].map(({ name, value }) => [name, value]));
    return {
      id: data.id ?? '',
      data,
      style: Object.fromEntries((cell.getAttribute('style') ?? '').split(';').map((one) => one.split('='))),
      label: wordsOf(data.label ?? ''),
      parent: cell.getAttribute('parent') ?? '',
      source: cell.getAttribute('source'),
      target: cell.getAttribute('target'),
      geometry,
    };
  });
}

it.each(DRAWINGS)('%s: shapes in their containers, connectors attached, states as styles', (_, scene) => {
  const cells = read(printDrawio(scene, { theme: 'light' }));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  expect(byId.size).toBe(cells.length);
  const shapes = new Map(
    cells.flatMap((cell) => (cell.data.boxId === undefined ? [] : [[cell.data.boxId, cell]])),
  );
  const { nodes, edges } = outlineOf(scene);
  expect(shapes.size).toBe(nodes.length);
  for (const { box, parent, texts } of nodes) {
    const cell = shapes.get(box.id);
    expect(cell?.parent).toBe(parent === null ? '1' : shapes.get(parent)?.id);
    expect(byId.get(cell?.parent ?? '')?.style.container ?? '1').toBe('1');
    expect(cell?.label.split('\n').slice(0, texts.length)).toEqual(
      texts.length === 0 ? [''].slice(1) : texts,
    );
    expect(cell?.data.state).toBe(box.state ?? '');
    expect(absolute(cell, byId)).toEqual([box.x, box.y]);
  }
  const drawn = edges.filter((edge) => edge.drawn).map(({ line }) => line);
  const lines = cells.filter(({ data }) => data.lineId !== undefined);
  expect(lines.map(({ source, target }) => [source, target])).toEqual(
    drawn.map(({ from, to }) => [shapes.get(from)?.id, shapes.get(to)?.id]),
  );
  for (const [index, line] of drawn.entries()) {
    expect(lines[index]?.style.endArrow).toBe(line.state === 'broken' ? 'cross' : 'block');
    expect(lines[index]?.data.tooltip).toBe(line.label);
  }
  expect(cells.filter(({ data }) => data.decides !== undefined)).toHaveLength(
    drawn.filter(({ ring, ringParts }) => ring !== null && ringParts.length > 0).length,
  );
});

function absolute(cell: Cell | undefined, byId: ReadonlyMap<string, Cell>): readonly number[] {
  let [x, y] = [0, 0];
  for (let one = cell; one !== undefined; one = byId.get(one.parent)) {
    x += Number(one.geometry.getAttribute('x'));
    y += Number(one.geometry.getAttribute('y'));
  }
  return [x, y];
}

it('is drawn by hand, and dark, where asked', () => {
  const [, scene] = DRAWINGS[0] ?? [];
  if (scene === undefined) throw new Error('no such drawing');
  const hand = read(printDrawio(scene, { theme: 'dark', pen: 'hand' }));
  expect(hand.every(({ style }) => style.sketch === '1')).toBe(true);
  const clean = printDrawio(scene, { theme: 'light' });
  expect(clean).not.toContain('sketch');
  expect(clean).toContain('background="#f6f6f4"');
});
