// The drawing as JSON: the documented, versioned form for other tools. Its schema is docs/drawing.schema.json.
import type { Scene } from '@/lib/scene/scene';
import { type OutlineNode, outlineOf } from '../outline';

/** One JSON document. The same scene gives the same bytes; looks play no part. Never throws. */
export function printJson(scene: Scene): string {
  const { nodes, edges } = outlineOf(scene);
  const drawing = {
    version: 1,
    title: scene.title,
    description: scene.description,
    caption: scene.caption,
    width: scene.width,
    height: scene.height,
    containers: nodes.filter((node) => node.isContainer).map(place),
    nodes: nodes
      .filter((node) => !node.isContainer)
      .map((node) => ({
        ...place(node),
        state: node.box.state,
        overBroad: node.box.overBroad,
        selected: node.box.selected,
        action: node.box.opens,
        paths: node.box.paths,
      })),
    edges: edges.map(({ line, drawn }) => ({
      id: line.id,
      from: line.from,
      to: line.to,
      kind: line.kind,
      verb: line.verb,
      label: line.label,
      state: line.state === 'neutral' ? null : line.state,
      overBroad: line.overBroad,
      drawn,
      decides: line.ring === null ? null : line.ring.halves,
      paths: line.paths,
      points: line.points,
    })),
    legend: scene.legend.map(({ id, word }) => ({ id, word })),
  };
  return `${JSON.stringify(drawing, null, 2)}\n`;
}

function place({ box, parent, name, texts }: OutlineNode) {
  const { id, kind, label, x, y, width, height } = box;
  return { id, kind, name, label, texts, parent, x, y, width, height };
}
