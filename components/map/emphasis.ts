// What the verdict filter and the Find field bring out; the rest steps back.
import type { Filter } from '@/components/verdict/states';
import { finder } from '@/lib/scene/find';
import type { Box, Line, Scene } from '@/lib/scene/scene';

export interface Asked {
  readonly filter: Filter;
  readonly find: string;
}

export interface Emphasis {
  readonly box: (box: Box) => boolean;
  readonly line: (line: Line) => boolean;
}

const EVERYTHING: Emphasis = { box: () => true, line: () => true };

/** Which boxes and lines stay in front. An action that is meant brings its whole path; anything else itself and its edges. Never throws. */
export function emphasisOf(scene: Scene, { filter, find }: Asked): Emphasis {
  const byFilter = filter === 'any' ? EVERYTHING : filtered(scene, filter);
  const byFind = found(scene, find);
  return {
    box: (box) => byFilter.box(box) && byFind.box(box),
    line: (line) => byFilter.line(line) && byFind.line(line),
  };
}

function filtered(scene: Scene, filter: Exclude<Filter, 'any'>): Emphasis {
  const actions = scene.boxes.filter((box) => box.opens !== null && box.state === filter);
  const paths = new Set(actions.flatMap((box) => box.opens ?? []));
  return {
    box: ({ shape, paths: own, kind, state }) =>
      shape !== 'card' || own.some((path) => paths.has(path)) || (kind === 'folded' && state === filter),
    line: ({ paths: own, state }) =>
      own.some((path) => paths.has(path)) && (state === filter || filter === 'works'),
  };
}

function found(scene: Scene, find: string): Emphasis {
  const isMeant = finder(find);
  if (isMeant === null) return EVERYTHING;
  const boxes = scene.boxes.filter((box) => box.shape === 'card' && isMeant(box));
  const ids = new Set(boxes.map((box) => box.id));
  const paths = new Set(boxes.flatMap((box) => box.opens ?? []));
  const onPath = (own: readonly string[]): boolean => own.some((path) => paths.has(path));
  return {
    box: ({ shape, id, paths: own }) => shape !== 'card' || ids.has(id) || onPath(own),
    line: ({ from, to, paths: own }) => ids.has(from) || ids.has(to) || onPath(own),
  };
}

/** The cards that the Find field means, in reading order; none where it says nothing. Never throws. */
export function foundBoxes(scene: Scene, find: string): readonly Box[] {
  const isMeant = finder(find);
  return isMeant === null ? [] : scene.boxes.filter((box) => box.shape === 'card' && isMeant(box));
}
