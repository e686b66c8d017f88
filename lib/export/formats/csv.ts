// The edges of a drawing as a table: one row each, what is not drawn in this view included.
import type { Scene } from '@/lib/scene/scene';
import { csvOf } from '../csv';
import { outlineOf } from '../outline';

const HEAD = [
  'from',
  'verb',
  'to',
  'state',
  'over-broad',
  'says',
  'actions',
  'kind',
  'drawn',
  'from id',
  'to id',
];

/** A CSV document. The same scene gives the same bytes; looks play no part. Never throws. */
export function printCsv(scene: Scene): string {
  const { nodes, edges } = outlineOf(scene);
  const names = new Map(nodes.map(({ box, name }) => [box.id, name]));
  return csvOf([
    HEAD,
    ...edges.map(({ line, drawn }) => [
      names.get(line.from) ?? line.from,
      line.verb,
      names.get(line.to) ?? line.to,
      line.state === 'neutral' ? '' : line.state,
      line.overBroad,
      line.label,
      line.paths.join('; '),
      line.kind,
      drawn,
      line.from,
      line.to,
    ]),
  ]);
}
