// A scene as a graph: boxes with the container that each stands in, and lines between boxes. What formats without coordinates print.
import type { Box, Line, Scene } from '@/lib/scene/scene';

export interface OutlineNode {
  readonly box: Box;
  /** Whether other boxes may stand in it: an account's frame, a region's lane. */
  readonly isContainer: boolean;
  /** The id of the smallest container around it, or null. */
  readonly parent: string | null;
  /** What the box is called in a table: `Stage/Action` where it opens one, else its first words. */
  readonly name: string;
  /** Everything that is written in it, unshortened; its title first. */
  readonly texts: readonly string[];
}

export interface Outline {
  /** In painting order: a container before what stands in it. */
  readonly nodes: readonly OutlineNode[];
  /** Lines whose two ends are boxes. */
  readonly edges: readonly OutlineEdge[];
}

export interface OutlineEdge {
  readonly line: Line;
  /** False where the layers in view leave it out, or where it is told by a card and not by a stroke. */
  readonly drawn: boolean;
}

/** The graph of a scene. Lines that end at no box of the scene have nothing to join and are left out. Never throws. */
export function outlineOf(scene: Scene): Outline {
  const containers = scene.boxes.filter(isContainer).sort((a, b) => area(a) - area(b));
  const ids = new Set(scene.boxes.map((box) => box.id));
  const nodes = scene.boxes.map((box) => ({
    box,
    isContainer: isContainer(box),
    parent: containers.find((one) => one !== box && area(one) > area(box) && holds(one, box))?.id ?? null,
    name: nameOf(box),
    texts: textsOf(box),
  }));
  const level = new Map(nodes.map((node) => [node.box.id, node.parent]));
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(level.get(id) ?? null));
  return {
    nodes: nodes
      .map((node) => ({ node, order: node.isContainer ? depth(node.parent) : containers.length }))
      .sort((a, b) => a.order - b.order)
      .map(({ node }) => node),
    edges: scene.lines
      .filter((line) => ids.has(line.from) && ids.has(line.to))
      .map((line) => ({ line, drawn: line.parts.length + line.ringParts.length > 0 })),
  };
}

function isContainer({ shape }: Box): boolean {
  return shape === 'frame' || shape === 'lane';
}

function area({ width, height }: Box): number {
  return width * height;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** What it is called, in its largest letters, before the rest as it is read, from above. */
function textsOf(box: Box): readonly string[] {
  const texts = box.parts.flatMap((part) => (part.kind === 'text' && part.text.trim() !== '' ? [part] : []));
  const largest = Math.max(...texts.map(({ size }) => size));
  const title = texts.find(({ size }) => size === largest);
  return texts
    .sort((a, b) => Number(b === title) - Number(a === title) || a.y - b.y || a.x - b.x)
    .map((part) => (part.full ?? part.text).trim());
}

function nameOf(box: Box): string {
  return box.opens ?? textsOf(box)[0] ?? box.label;
}
