// The same scene through another pen: every stroke drawn twice by an unsteady hand, fills that miss their line a little.
import type { Point } from '../layout/polyline';
import type { Box, LegendEntry, Line, Primitive, Scene, Stroke } from '../scene';
import { shorten, textWidth } from '../text-metrics';
import { flattenPath, type Stretch } from './flatten-path';
import { seedOf, wobble } from './jitter';

/** The scene as if drawn by hand. Nothing changes its place, its state or its words; the same scene gives the same strokes. Never throws. */
export function handDrawn(scene: Scene): Scene {
  return {
    ...scene,
    boxes: scene.boxes.map(handBox),
    lines: scene.lines.map(handLine),
    texts: byHand(scene.texts, 'texts'),
    legend: scene.legend.map(handEntry),
  };
}

function handBox(box: Box): Box {
  return {
    ...box,
    parts: byHand(box.parts, box.id),
    ...(box.middle === undefined ? {} : { middle: byHand(box.middle, box.id) }),
    ...(box.far === undefined ? {} : { far: byHand(box.far, box.id) }),
  };
}

function handLine(line: Line): Line {
  return {
    ...line,
    parts: byHand(line.parts, line.id),
    ringParts: byHand(line.ringParts, `ring ${line.id}`),
  };
}

function handEntry(entry: LegendEntry): LegendEntry {
  return { ...entry, sample: byHand(entry.sample, entry.id) };
}

/** Primitives drawn by hand; `owner` is whose they are. Never throws. */
export function byHand(parts: readonly Primitive[], owner: string): readonly Primitive[] {
  return parts.flatMap((part, index) => drawn(part, seedOf(`${owner} ${index}`)));
}

/** Patrick Hand is narrow and low: larger, it fills the room that Inter did. */
const LARGER = 1.22;

function drawn(part: Primitive, seed: number): readonly Primitive[] {
  switch (part.kind) {
    case 'glyph':
      return [part];
    case 'text': {
      const size = Math.round(part.size * LARGER * 10) / 10;
      const room = textWidth(part.text, part.font, part.size, part.weight) + 6;
      return [
        { ...part, font: 'hand', size, weight: 400, text: shorten(part.text, room, 'hand', size, 400) },
      ];
    }
    case 'path':
      return strokes(flattenPath(part.d), part.fill, part, seed);
    case 'rect':
      return strokes([rectangle(part)], part.fill, part, seed);
    case 'circle':
      return strokes([circle(part.x, part.y, part.radius)], part.fill, part, seed);
  }
}

type Fill = Extract<Primitive, { kind: 'path' }>['fill'];

function strokes(
  stretches: readonly Stretch[],
  fill: Fill,
  { stroke, strokeWidth = 1, dash, cap }: Stroke,
  seed: number,
): readonly Primitive[] {
  const way = (by: number): string =>
    stretches
      .map(({ points, isClosed }, index) => wobble(points, isClosed, (seed + by + index * 7919) >>> 0))
      .join('');
  const filled: readonly Primitive[] =
    fill === undefined ? [] : [{ kind: 'path', d: `${moved(way(0), fill)}Z`, fill }];
  if (stroke === undefined) return filled;
  const pen = (d: string, width: number): Primitive => ({
    kind: 'path',
    d,
    stroke,
    strokeWidth: Math.round(strokeWidth * width * 100) / 100,
    ...(dash === undefined ? {} : { dash }),
    cap: cap ?? 'round',
  });
  // A dash is drawn once, so that it stays a dash; so is a wide band, which is a marker's and not a pen's.
  if (dash !== undefined || strokeWidth > 4) return [...filled, pen(way(0), 1)];
  return [...filled, pen(way(0), 0.9), pen(way(104_729), 0.55)];
}

/** A marker misses its line; what covers something, as a card does, may not. */
function moved(d: string, fill: Fill): string {
  const isMarker = fill === 'broad' || (typeof fill === 'string' && fill.endsWith('-bg'));
  if (!isMarker) return d;
  let isX = false;
  return d.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    isX = !isX;
    return String(Math.round((Number(number) + (isX ? 2 : 2.5)) * 100) / 100);
  });
}

function rectangle(part: Extract<Primitive, { kind: 'rect' }>): Stretch {
  const { x, y, width, height } = part;
  const r = Math.min(part.radius ?? 0, width / 2, height / 2);
  const corner = (cx: number, cy: number, from: number): readonly Point[] =>
    [0, 0.5, 1].map((t) => {
      const angle = ((from + 90 * t) * Math.PI) / 180;
      return { x: cx + r * Math.cos(angle), y: cy + r * Math.sin(angle) };
    });
  return {
    isClosed: true,
    points: [
      ...corner(x + width - r, y + r, -90),
      ...corner(x + width - r, y + height - r, 0),
      ...corner(x + r, y + height - r, 90),
      ...corner(x + r, y + r, 180),
    ],
  };
}

function circle(x: number, y: number, radius: number): Stretch {
  const points = Array.from({ length: 20 }, (_, i) => {
    const angle = (i / 20) * 2 * Math.PI;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
  return { points, isClosed: true };
}
