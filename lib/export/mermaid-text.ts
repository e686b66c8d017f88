// Mermaid's flowchart grammar: labels that no name can break out of, and diagrams that stay within GitHub's limits.
import { lineStroke } from '@/lib/scene/draw/state-style';
import type { Scene } from '@/lib/scene/scene';
import { stateWord } from '@/lib/scene/state-word';
import { coloursOf } from '@/lib/scene/theme';
import type { ExportOptions } from './exporter';
import { type OutlineEdge, type OutlineNode, outlineOf } from './outline';

/** What Mermaid draws where nobody set it otherwise, GitHub among them: `maxTextSize` and `maxEdges`.
 *  @see https://mermaid.js.org/config/schema-docs/config.html (read 2026-11-27) */
export const MERMAID_LIMITS = { characters: 50_000, edges: 500 } as const;

/** The diagrams of a scene: one, or as many as the limits ask for. Every card stands in at least one, every drawn edge in exactly one.
 *  The same scene and looks give the same bytes. Never throws. */
export function mermaidDiagrams(scene: Scene, look: ExportOptions): readonly string[] {
  const { nodes, edges } = outlineOf(scene);
  const names: Names = new Map(nodes.map(({ box }, index) => [box.id, `n${index}`]));
  const shown = nodes.filter(({ box }) => box.shape !== 'head');
  const parts = cut(
    shown,
    edges.filter((edge) => edge.drawn),
    names,
  );
  return parts.map((part, index) =>
    diagram(scene, look, part, names, parts.length === 1 ? '' : ` (part ${index + 1} of ${parts.length})`),
  );
}

/** A text for a quoted label, in Mermaid's own entities. Never throws.
 *  @see https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters (read 2026-11-27) */
export function mermaidText(text: string): string {
  // Before it reads entities Mermaid looks for semicolons after `style …:` and takes them away.
  const signs = /style|classDef/i.test(text) ? /["#&<>`%;\\:]/ : /["#&<>`%;\\]/;
  return [...text.replace(/\s+/g, ' ')]
    .map((c) => (signs.test(c) || c < ' ' ? `#${c.codePointAt(0) ?? 32};` : c))
    .join('');
}

type Names = ReadonlyMap<string, string>;

interface Part {
  readonly nodes: readonly OutlineNode[];
  readonly edges: readonly OutlineEdge[];
}

/** Room for title, description, classes and the strokes of edges. */
const HEAD_ROOM = 6_000;

/** Takes edges with their ends, then cards without edges, until a diagram is full. */
function cut(nodes: readonly OutlineNode[], edges: readonly OutlineEdge[], names: Names): readonly Part[] {
  const byId = new Map(nodes.map((node) => [node.box.id, node]));
  const parts: { ids: Set<string>; edges: OutlineEdge[]; size: number }[] = [];
  const placed = new Set<string>();
  const take = (ids: readonly string[], edge: OutlineEdge | null): void => {
    let part = parts.at(-1);
    const cost = (known: ReadonlySet<string>): number =>
      withContainers(ids, byId)
        .filter((id) => !known.has(id))
        .reduce((sum, id) => sum + nodeSize(byId.get(id)), 0) +
      (edge === null ? 0 : edgeText(edge, names).length + 24);
    if (
      part === undefined ||
      part.size + cost(part.ids) > MERMAID_LIMITS.characters - HEAD_ROOM ||
      (edge !== null && part.edges.length === MERMAID_LIMITS.edges)
    ) {
      part = { ids: new Set(), edges: [], size: 0 };
      parts.push(part);
    }
    part.size += cost(part.ids);
    for (const id of withContainers(ids, byId)) part.ids.add(id);
    for (const id of ids) placed.add(id);
    if (edge !== null) part.edges.push(edge);
  };
  for (const edge of edges) {
    const ends = [edge.line.from, edge.line.to];
    if (ends.every((id) => byId.has(id))) take(ends, edge);
  }
  const full = new Set(nodes.map(({ parent }) => parent));
  for (const { box } of nodes) if (!full.has(box.id) && !placed.has(box.id)) take([box.id], null);
  if (parts.length === 0) return [{ nodes, edges: [] }];
  return parts.map((part) => ({ nodes: nodes.filter(({ box }) => part.ids.has(box.id)), edges: part.edges }));
}

function withContainers(ids: readonly string[], byId: ReadonlyMap<string, OutlineNode>): readonly string[] {
  const all = new Set<string>();
  for (const start of ids)
    for (let id: string | null = start; id !== null; id = byId.get(id)?.parent ?? null) all.add(id);
  return [...all];
}

function nodeSize(node: OutlineNode | undefined): number {
  return node === undefined ? 0 : nodeText(node, 'n0000').length + 80;
}

function diagram(
  scene: Scene,
  { theme, pen = 'clean' }: ExportOptions,
  part: Part,
  names: Names,
  which: string,
): string {
  const colours = coloursOf(theme, pen);
  const children = (parent: string | null): readonly OutlineNode[] =>
    part.nodes.filter((node) => node.parent === parent);
  const block = (node: OutlineNode, indent: string): readonly string[] => {
    const name = names.get(node.box.id) ?? '';
    const inside = children(node.box.id);
    if (inside.length === 0) return [indent + nodeText(node, name)];
    return [
      `${indent}subgraph ${name}["${label(node)}"]`,
      ...inside.flatMap((child) => block(child, `${indent}  `)),
      `${indent}end`,
    ];
  };
  const broad = part.nodes.flatMap(({ box }) => (box.overBroad ? (names.get(box.id) ?? []) : []));
  const strokes = new Map<string, number[]>();
  part.edges.forEach(({ line }, index) => {
    strokes.set(line.state, [...(strokes.get(line.state) ?? []), index]);
  });
  const tone = (state: 'works' | 'broken' | 'depends' | 'unknown', style: string): string =>
    `  classDef ${state} fill:${colours.raised},stroke:${colours[state]},color:${colours.text},${style}`;
  const config = {
    theme: theme === 'dark' ? 'dark' : 'default',
    ...(pen === 'hand' ? { look: 'handDrawn' } : {}),
  };
  return [
    '---',
    `title: ${JSON.stringify(scene.title + which)}`,
    `config: ${JSON.stringify(config)}`,
    '---',
    'flowchart LR',
    `  accDescr: ${mermaidText(`${scene.description} ${scene.caption}.`)}`,
    ...children(null).flatMap((node) => block(node, '  ')),
    ...part.edges.map((edge) => `  ${edgeText(edge, names)}`),
    tone('works', 'stroke-width:1px'),
    tone('broken', 'stroke-width:3px,stroke-dasharray:6 4'),
    tone('depends', 'stroke-width:2px,stroke-dasharray:16 5'),
    tone('unknown', 'stroke-width:2px,stroke-dasharray:1 4'),
    `  classDef broad fill:${colours.broad}`,
    ...(broad.length === 0 ? [] : [`  class ${broad.join(',')} broad`]),
    ...[...strokes].map(([state, indexes]) => {
      const { stroke, strokeWidth, dash } = lineStroke(state as Parameters<typeof lineStroke>[0]);
      const dashed = dash === undefined ? '' : `,stroke-dasharray:${dash}`;
      return `  linkStyle ${indexes.join(',')} stroke:${colours[stroke ?? 'line-3']},stroke-width:${strokeWidth}px${dashed}`;
    }),
    '',
  ].join('\n');
}

/** Mermaid takes one class beside a card; the second is given apart. */
function nodeText(node: OutlineNode, name: string): string {
  return `${name}["${label(node)}"]${node.box.state === null ? '' : `:::${node.box.state}`}`;
}

function label({ box, texts, name }: OutlineNode): string {
  const marks = [
    ...(box.state === null || box.state === 'works' ? [] : [stateWord(box.state)]),
    ...(box.overBroad ? ['over-broad'] : []),
  ].filter((word) => !texts.some((text) => text.includes(word)));
  const lines = texts.length === 0 ? [name] : texts;
  return [...lines, ...marks].map(mermaidText).join('<br>');
}

/** A broken edge ends in a cross, one that cannot be told or depends is dotted: told apart without colour. */
function edgeText({ line }: OutlineEdge, names: Names): string {
  const arrow =
    line.state === 'broken' ? '--x' : line.state === 'works' || line.state === 'neutral' ? '-->' : '-.->';
  const words = [
    line.verb,
    ...(line.state === 'works' || line.state === 'neutral' ? [] : [stateWord(line.state)]),
    ...(line.overBroad ? ['over-broad'] : []),
  ];
  return `${names.get(line.from) ?? ''} ${arrow}|"${mermaidText(words.join(', '))}"| ${names.get(line.to) ?? ''}`;
}
