// The Mermaid text, read back by Mermaid's own parser.
import { JSDOM } from 'jsdom';
import { beforeAll, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Scene } from '@/lib/scene/scene';
import { DRAWINGS, hugeScene } from '../drawings.fixture';
import { MERMAID_LIMITS, mermaidDiagrams } from '../mermaid-text';
import { outlineOf } from '../outline';
import { printMarkdown } from './markdown';
import { printMermaid } from './mermaid';

interface Read {
  readonly title: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly text: string;
    readonly classes: readonly string[];
  }[];
  readonly edges: readonly {
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly type: string;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly nodes: readonly string[];
    readonly title: string;
  }[];
}

interface FlowDb {
  getVertices(): Map<string, Read['nodes'][number]>;
  getEdges(): Read['edges'];
  getSubGraphs(): Read['groups'];
}

const { window } = new JSDOM();
const decoder = window.document.createElement('div');
let read: (text: string) => Promise<Read>;

beforeAll(async () => {
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  read = async (text) => {
    // The whole text as a page gives it, and then what was read of it: the head stands before the diagram.
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'flowchart-v2' });
    const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(body);
    const flow = db as unknown as FlowDb;
    return {
      title: (parseYaml(head) as { title: string }).title,
      nodes: [...flow.getVertices().values()].map((one) => ({ ...one, text: words(one.text) })),
      edges: flow.getEdges().map((one) => ({ ...one, text: words(one.text) })),
      groups: flow.getSubGraphs().map((one) => ({ ...one, title: words(one.title) })),
    };
  };
});

/** Mermaid keeps entities in a form of its own until it draws. */
function words(text: string): string {
  const entities = text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  decoder.innerHTML = entities.replace(/<br\s*\/?>/g, '\n');
  return decoder.textContent ?? '';
}

const shown = (scene: Scene) => outlineOf(scene).nodes.filter(({ box }) => box.shape !== 'head');
const drawn = (scene: Scene) =>
  outlineOf(scene)
    .edges.filter((edge) => edge.drawn)
    .map(({ line }) => line);
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

it.each(DRAWINGS)('%s: cards, edges, containers and states are there', async (_, scene) => {
  const text = printMermaid(scene, { theme: 'light' });
  expect(text.length).toBeLessThan(MERMAID_LIMITS.characters);
  const { nodes, edges, groups } = await read(text);
  const outline = shown(scene);
  const full = new Set(outline.map(({ parent }) => parent));
  const leaves = outline.filter(({ box }) => !full.has(box.id));
  expect(nodes).toHaveLength(leaves.length);
  expect(groups).toHaveLength(outline.length - leaves.length);
  expect(edges).toHaveLength(drawn(scene).length);
  for (const { box, texts } of leaves) {
    const lines = texts.map(squeezed);
    const node = nodes.find((one) =>
      lines.every((line) => one.text.split('\n').map(squeezed).includes(line)),
    );
    expect(node, box.label).toBeDefined();
  }
  const states = (list: readonly (string | null)[]) => list.filter((one) => one !== null).sort();
  expect(states(nodes.flatMap(({ classes }) => classes.filter((one) => one !== 'broad')))).toEqual(
    states(leaves.map(({ box }) => box.state)),
  );
  expect(edges.filter(({ type }) => type === 'arrow_cross')).toHaveLength(
    drawn(scene).filter(({ state }) => state === 'broken').length,
  );
});

it('hostile names are text and nothing else', async () => {
  const [, scene] = DRAWINGS.find(([name]) => name === 'hostile names') ?? [];
  if (scene === undefined) throw new Error('no such drawing');
  const { title, nodes, groups } = await read(printMermaid(scene, { theme: 'dark', pen: 'hand' }));
  expect(title).toBe(scene.title);
  const names = [...nodes.map(({ text }) => text), ...groups.map((one) => one.title)].join('\n').split('\n');
  for (const { texts } of shown(scene))
    for (const text of texts) expect(names.map(squeezed)).toContain(squeezed(text));
});

it('a card stands in the subgraph of its region', async () => {
  const [, scene] = DRAWINGS[0] ?? [];
  if (scene === undefined) throw new Error('no such drawing');
  const { nodes, groups } = await read(printMermaid(scene, { theme: 'light' }));
  const card = nodes.find(({ text }) => text.includes('Deploy-Prod-use2'));
  const region = groups.find((one) => one.nodes.includes(card?.id ?? ''));
  expect(region?.title).toBe('us-east-2');
  expect(groups.find((one) => one.nodes.includes(region?.id ?? ''))?.title).toContain('444444444444');
});

it('a drawing over the limits is cut; every edge is in one part, every card in at least one', {
  timeout: 120_000,
}, async () => {
  const scene = hugeScene(300, 20);
  const diagrams = mermaidDiagrams(scene, { theme: 'light' });
  expect(diagrams.length).toBeGreaterThan(1);
  const edges: string[] = [];
  const cards = new Set<string>();
  for (const diagram of diagrams) {
    expect(diagram.length).toBeLessThanOrEqual(MERMAID_LIMITS.characters);
    const part = await read(diagram);
    expect(part.edges.length).toBeLessThanOrEqual(MERMAID_LIMITS.edges);
    edges.push(...part.edges.map(({ start, end, text }) => `${start} ${end} ${text}`));
    for (const { id } of part.nodes) cards.add(id);
  }
  expect(edges).toHaveLength(drawn(scene).length);
  const full = new Set(shown(scene).map(({ parent }) => parent));
  expect(cards.size).toBe(shown(scene).filter(({ box }) => !full.has(box.id)).length);
  const only = await read(printMermaid(scene, { theme: 'light' }));
  expect(only.nodes.some(({ text }) => text.startsWith(`Part 1 of ${diagrams.length}`))).toBe(true);
  const markdown = printMarkdown(scene, { theme: 'light' });
  expect(markdown).toContain(`cut into ${diagrams.length} diagrams`);
  expect(markdown.match(/^```mermaid$/gm)).toHaveLength(diagrams.length);
});
