// The drawing as GraphML, for graph tools: every box a node, every line an edge, containers by the `parent` of what stands in them.
import type { Scene } from '@/lib/scene/scene';
import { outlineOf } from '../outline';
import { element, escapeXml } from '../xml';

type Kind = 'string' | 'boolean' | 'double';

const NODE_KEYS = {
  id: 'string',
  name: 'string',
  kind: 'string',
  label: 'string',
  state: 'string',
  overBroad: 'boolean',
  container: 'boolean',
  parent: 'string',
  x: 'double',
  y: 'double',
  width: 'double',
  height: 'double',
} as const satisfies Record<string, Kind>;

const EDGE_KEYS = {
  kind: 'string',
  verb: 'string',
  label: 'string',
  state: 'string',
  overBroad: 'boolean',
  drawn: 'boolean',
} as const satisfies Record<string, Kind>;

/** A GraphML document of one directed graph. The same scene gives the same bytes; looks play no part. Never throws.
 *  @see http://graphml.graphdrawing.org/specification.html (read 2026-11-27) */
export function printGraphml(scene: Scene): string {
  const { nodes, edges } = outlineOf(scene);
  const ids = new Map(nodes.map(({ box }, index) => [box.id, `n${index}`]));
  const body = [
    ...keys('graph', { title: 'string', caption: 'string', description: 'string' }),
    ...keys('node', NODE_KEYS),
    ...keys('edge', EDGE_KEYS),
    '<graph id="drawing" edgedefault="directed">',
    ...data('graph', { title: scene.title, caption: scene.caption, description: scene.description }),
    ...nodes.map(({ box, name, isContainer, parent }) =>
      element(
        'node',
        { id: ids.get(box.id) ?? '' },
        data('node', {
          id: box.id,
          name,
          kind: box.kind,
          label: box.label,
          state: box.state,
          overBroad: box.overBroad,
          container: isContainer,
          parent: parent === null ? null : (ids.get(parent) ?? null),
          x: box.x,
          y: box.y,
          width: box.width,
          height: box.height,
        }).join(''),
      ),
    ),
    ...edges.map(({ line, drawn }, index) =>
      element(
        'edge',
        { id: `e${index}`, source: ids.get(line.from) ?? '', target: ids.get(line.to) ?? '' },
        data('edge', {
          kind: line.kind,
          verb: line.verb,
          label: line.label,
          state: line.state,
          overBroad: line.overBroad,
          drawn,
        }).join(''),
      ),
    ),
    '</graph>',
  ].join('\n');
  const root = element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, `\n${body}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function keys(target: string, names: Readonly<Record<string, Kind>>): readonly string[] {
  return Object.entries(names).map(([name, type]) =>
    element('key', { id: `${target}-${name}`, for: target, 'attr.name': name, 'attr.type': type }),
  );
}

function data(
  target: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [element('data', { key: `${target}-${name}` }, escapeXml(String(value)))],
  );
}
