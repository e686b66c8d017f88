// The GraphML, read back by graphology's reader.

import Graph from 'graphology';
import { parse } from 'graphology-graphml';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { DRAWINGS } from '../drawings.fixture';
import { printGraphml } from './graphml';

/** The parser wants a browser's. */
Object.assign(globalThis, { DOMParser: new JSDOM().window.DOMParser });

it.each(DRAWINGS)(
  '%s: every box is a node and every line an edge, with states and containers',
  (_, scene) => {
    const graph = parse(Graph, printGraphml(scene));
    const ids = new Set(scene.boxes.map((box) => box.id));
    const lines = scene.lines.filter(({ from, to }) => ids.has(from) && ids.has(to));
    expect(graph.order).toBe(scene.boxes.length);
    expect(graph.size).toBe(lines.length);
    const attribute = (node: string, name: string): unknown => graph.getNodeAttribute(node, name);
    const read = new Map(graph.nodes().map((node) => [attribute(node, 'id'), node]));
    for (const box of scene.boxes) {
      const node = read.get(box.id) ?? '';
      expect(attribute(node, 'label')).toBe(box.label);
      expect(attribute(node, 'state')).toBe(box.state ?? undefined);
      expect(attribute(node, 'overBroad')).toBe(box.overBroad);
      const parent = attribute(node, 'parent');
      if (parent !== undefined) expect(attribute(String(parent), 'container')).toBe(true);
    }
    const edges = graph.mapEdges((_edge, data, source, target) => [
      attribute(source, 'id'),
      attribute(target, 'id'),
      data.state,
      data.label,
    ]);
    expect(edges).toEqual(lines.map(({ from, to, state, label }) => [from, to, state, label]));
  },
);

it('cards stand in the region that stands in the account', () => {
  const [, scene] = DRAWINGS[0] ?? [];
  const graph = parse(Graph, scene === undefined ? '' : printGraphml(scene));
  const ids = new Map(graph.mapNodes((node, data) => [node, String(data.id)]));
  const parents = Object.fromEntries(
    graph.mapNodes((_node, data) => [data.id, ids.get(String(data.parent)) ?? null]),
  );
  expect(parents['action:Deploy-Prod/Deploy-Prod-use2']).toBe('region:444444444444/us-east-2');
  expect(parents['region:444444444444/us-east-2']).toBe('account:444444444444');
  expect(parents['role:arn:aws:iam::444444444444:role/deploy']).toBe('account:444444444444');
  expect(parents['stage:Source']).toBeNull();
});
