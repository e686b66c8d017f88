// A scene as React Flow's nodes: the same boxes at the same px, so that nothing jumps and exports equal the screen.
import type { Node } from '@xyflow/react';
import type { Box, Line, Scene } from '@/lib/scene/scene';
import { type Asked, emphasisOf } from './emphasis';
import { type Part, partOfLine } from './in-view';

export type BoxNode = Node<
  { readonly box: Box; readonly opens: string | null; readonly fade: number },
  Box['shape']
>;
interface Whole extends Record<string, unknown> {
  readonly lines: readonly SeenLine[];
  readonly scene: Scene;
}
export type LinesNode = Node<Whole, 'lines'>;
export type OverlayNode = Node<Whole, 'overlay'>;
export type MapNode = BoxNode | LinesNode | OverlayNode;

/** A line that is drawn, the action that a click on it opens, and the part of the drawing that it goes through. */
export interface SeenLine {
  readonly line: Line;
  readonly opens: string | null;
  readonly fade: number;
  readonly part: Part;
}

const LAYER = { frame: 0, lane: 1, head: 1, lines: 2, card: 3, overlay: 4 } as const;
/** What the verdict filter leaves out steps back, but stays readable. */
const FADED = 0.4;

/** Nodes in the order of the scene, lines and overlay last; every size is fixed here. Never throws. */
export function nodesOf(scene: Scene, selected: string | null, asked: Asked): readonly MapNode[] {
  const emphasis = emphasisOf(scene, asked);
  const opener = actionOpener(scene, selected);
  const boxes = scene.boxes.map((box): BoxNode => {
    const fade = emphasis.box(box) ? 1 : FADED;
    const opens = box.shape === 'card' ? opener(box.paths) : null;
    return { ...placed(box.id, box), type: box.shape, zIndex: LAYER[box.shape], data: { box, opens, fade } };
  });
  const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
  const lines = scene.lines
    .filter((line) => line.parts.length > 0 || line.ringParts.length > 0)
    .map((line) => ({
      line,
      opens: opener(line.paths),
      fade: emphasis.line(line) ? 1 : FADED,
      part: partOfLine(line),
    }));
  const data = { scene, lines };
  return [
    ...boxes,
    { ...placed('lines', whole), type: 'lines', zIndex: LAYER.lines, data },
    { ...placed('overlay', whole), type: 'overlay', zIndex: LAYER.overlay, data },
  ];
}

const WORST_FIRST = ['broken', 'unknown', 'depends', 'works'];

/** Of the actions that come by at a place the selected one, else the worst; null for none. Never throws. */
export function actionOpener(
  scene: Scene,
  selected: string | null,
): (paths: readonly string[]) => string | null {
  const ranks = new Map<string, number>();
  scene.boxes.forEach(({ opens, state }, index) => {
    // Of those in one state the first in the drawing.
    if (opens !== null) ranks.set(opens, WORST_FIRST.indexOf(state ?? 'works') * scene.boxes.length + index);
  });
  return (paths) => {
    if (selected !== null && paths.includes(selected)) return selected;
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const path of paths) {
      const rank = ranks.get(path);
      if (rank === undefined || rank >= least) continue;
      least = rank;
      best = path;
    }
    return best;
  };
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
