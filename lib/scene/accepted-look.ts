// How an accepted risk looks: the mark stays, as an outline, and says that somebody answers for it.
import { isMarkAccepted, type Marked, type Weighed } from '@/lib/findings/acceptance';
import type { ActionLine } from './action-lines';
import { lineStroke } from './draw/state-style';
import type { Box, LegendEntry, Line, Primitive, Scene } from './scene';
import type { ActionTrail } from './trail';

/** Anything that carries the mark, and whether somebody answers today for all that makes it so. Never throws. */
export function withAccepted<T extends Marked>(one: T, weighed: Weighed): T & { readonly accepted: boolean } {
  return { ...one, accepted: isMarkAccepted(one, weighed) };
}

/** The same of actions and their hops. Never throws. */
export function withAcceptedActions(actions: readonly ActionLine[], weighed: Weighed): readonly ActionLine[] {
  if (weighed.byFinding.size === 0) return actions;
  return actions.map((action) => ({
    ...withAccepted(action, weighed),
    hops: action.hops.map((hop) => withAccepted(hop, weighed)),
  }));
}

/** The path, its marks with who answers for them: they stay marks. Never throws. */
export function withAcceptedMarks(trail: ActionTrail, weighed: Weighed): ActionTrail {
  if (weighed.byFinding.size === 0) return trail;
  const marks = trail.marks.map((mark) => {
    const found = weighed.byFinding.get(mark.finding);
    if (found === undefined) return mark;
    const { author, reason, expires } = found.acceptance;
    const accepted =
      found.state === 'accepted'
        ? `Accepted until ${expires}. ${author}: ${reason}`
        : `Counts again: the acceptance by ${author} expired on ${expires}.`;
    return { ...mark, accepted, holds: found.state === 'accepted' };
  });
  const own = { overBroad: trail.overBroad, marks: trail.marks.map(({ finding }) => finding) };
  return {
    ...trail,
    accepted: isMarkAccepted(own, weighed),
    hops: trail.hops.map((hop) => withAccepted(hop, weighed)),
    marks,
  };
}

/** The last day on which all that makes it over-broad is accepted, `YYYY-MM-DD`; null where somebody does not answer for it today.
 *  Never throws. */
export function acceptedUntil(one: Marked, weighed: Weighed): string | null {
  if (!isMarkAccepted(one, weighed)) return null;
  const days = one.marks.flatMap((id) => weighed.byFinding.get(id)?.acceptance.expires ?? []);
  return days.reduce((first, day) => (day < first ? day : first));
}

/** The drawing with what is accepted as outlines: the yellow goes, its edges and its width stay. The same where nothing is. Never
 *  throws. */
export function acceptedScene(scene: Scene, weighed: Weighed): Scene {
  const isOutline = ({ overBroad, marks = [] }: Box | Line) => isMarkAccepted({ overBroad, marks }, weighed);
  if (weighed.byFinding.size === 0 || ![...scene.boxes, ...scene.lines].some(isOutline)) return scene;
  const boxes = scene.boxes.map((one) => (isOutline(one) ? outlinedBox(one) : one));
  const lines = scene.lines.map((one) => (isOutline(one) ? outlinedLine(one) : one));
  const isYellow = [...boxes, ...lines].some((one) => one.overBroad && !isOutline(one));
  return { ...scene, boxes, lines, legend: legendOf(scene.legend, isYellow) };
}

function outlinedBox(box: Box): Box {
  return {
    ...box,
    parts: box.parts.map(outline),
    ...(box.middle === undefined ? {} : { middle: box.middle.map(outline) }),
    ...(box.far === undefined ? {} : { far: box.far.map(outline) }),
    label: acceptedLabel(box.label),
  };
}

function outlinedLine(line: Line): Line {
  return { ...line, parts: line.parts.map(outline), label: acceptedLabel(line.label) };
}

function acceptedLabel(label: string): string {
  return label.endsWith(', over-broad') ? `${label} (accepted)` : label;
}

/** A yellow ground becomes paper with an edge, a yellow band the ground between its two rails. */
function outline(part: Primitive): Primitive {
  if (part.kind !== 'rect' && part.kind !== 'path') return part;
  if (part.fill === 'broad')
    return part.stroke === undefined
      ? { ...part, fill: 'surface', stroke: 'broad-rail', strokeWidth: 1 }
      : { ...part, fill: 'surface' };
  return part.stroke === 'broad' ? { ...part, stroke: 'surface' } : part;
}

function legendOf(legend: Scene['legend'], isYellow: boolean): Scene['legend'] {
  return legend.flatMap((entry): readonly LegendEntry[] => {
    if (entry.id !== 'broad') return [entry];
    return isYellow ? [entry, ACCEPTED] : [ACCEPTED];
  });
}

const ACCEPTED: LegendEntry = {
  id: 'broad-accepted',
  word: 'Outline: over-broad, accepted',
  sample: [
    { kind: 'path', d: 'M0 9H32', stroke: 'broad-rail', strokeWidth: 11, cap: 'butt' },
    { kind: 'path', d: 'M0 9H32', stroke: 'surface', strokeWidth: 8.6, cap: 'butt' },
    { kind: 'path', d: 'M0 9H32', ...lineStroke('works') },
  ],
};
