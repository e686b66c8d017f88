// A scene as React Flow's nodes and edges: the same boxes at the same px, so that nothing jumps and exports equal the screen.
import type { Edge, Node } from '@xyflow/react';
import type { Box, Line, Scene } from '@/lib/scene/scene';
import { type Asked, emphasisOf } from './emphasis';

export type BoxNode = Node<
  { readonly box: Box; readonly opens: string | null; readonly fade: number },
  Box['shape']
>;
export type OverlayNode = Node<{ readonly lines: readonly SeenLine[]; readonly scene: Scene }, 'overlay'>;
export type MapNode = BoxNode | OverlayNode;
export type MapEdge = Edge<{ readonly line: Line; readonly fade: number }, 'line'>;

/** A line that is drawn, and the action that a click on it opens. */
export interface SeenLine {
  readonly line: Line;
  readonly opens: string | null;
  readonly fade: number;
}

const LAYER = { frame: 0, lane: 1, head: 1, line: 2, card: 3, overlay: 4 } as const;
/** What the verdict filter leaves out steps back, but stays readable. */
const FADED = 0.4;

/** Nodes in the order of the scene, the overlay last; every size is fixed here. Never throws. */
export function nodesOf(scene: Scene, selected: string | null, asked: Asked): readonly MapNode[] {
  const emphasis = emphasisOf(scene, asked);
  const boxes = scene.boxes.map((box): BoxNode => {
    const fade = emphasis.box(box) ? 1 : FADED;
    const opens = box.shape === 'card' ? actionToOpen(scene, box.paths, selected) : null;
    return { ...placed(box.id, box), type: box.shape, zIndex: LAYER[box.shape], data: { box, opens, fade } };
  });
  const overlay: OverlayNode = {
    ...placed('overlay', { x: 0, y: 0, width: scene.width, height: scene.height }),
    type: 'overlay',
    zIndex: LAYER.overlay,
    data: { scene, lines: seenLines(scene, selected, asked) },
  };
  return [...boxes, overlay];
}

/** An edge for every line that has something to draw. React Flow needs both ends as nodes; the line itself knows its way. */
export function edgesOf(scene: Scene, selected: string | null, asked: Asked): readonly MapEdge[] {
  const boxes = new Set(scene.boxes.map((box) => box.id));
  return seenLines(scene, selected, asked)
    .filter(({ line }) => line.parts.length > 0 && boxes.has(line.from) && boxes.has(line.to))
    .map(({ line, fade }) => ({
      id: line.id,
      type: 'line',
      source: line.from,
      target: line.to,
      zIndex: LAYER.line,
      focusable: false,
      selectable: false,
      ariaRole: 'presentation',
      ariaLabel: '',
      domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined },
      data: { line, fade },
    }));
}

/** Lines with anything to see, each with the action that it opens. */
function seenLines(scene: Scene, selected: string | null, asked: Asked): readonly SeenLine[] {
  const emphasis = emphasisOf(scene, asked);
  return scene.lines
    .filter((line) => line.parts.length > 0 || line.ringParts.length > 0)
    .map((line) => ({
      line,
      opens: actionToOpen(scene, line.paths, selected),
      fade: emphasis.line(line) ? 1 : FADED,
    }));
}

const WORST_FIRST = ['broken', 'unknown', 'depends', 'works'];

/** Of the actions that come by here the selected one, else the worst; null for none. Never throws. */
export function actionToOpen(scene: Scene, paths: readonly string[], selected: string | null): string | null {
  if (selected !== null && paths.includes(selected)) return selected;
  const actions = scene.boxes.filter((box) => box.opens !== null && paths.includes(box.opens));
  const rank = (box: Box): number => WORST_FIRST.indexOf(box.state ?? 'works');
  return [...actions].sort((a, b) => rank(a) - rank(b))[0]?.opens ?? null;
}

function placed(
  id: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  return {
    id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    draggable: false,
    selectable: false,
    connectable: false,
    focusable: false,
    deletable: false,
    ariaRole: 'presentation' as const,
    domAttributes: { 'aria-roledescription': undefined },
  };
}
