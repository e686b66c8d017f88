// A primitive as a vector element: the one place that knows how SVG draws it. Screen and exports differ only in how they name a colour.
import { glyph } from './glyphs';
import type { Primitive, Stroke, Token } from './scene';

export interface Vector {
  readonly tag: 'rect' | 'path' | 'circle' | 'text' | 'g';
  /** In SVG's own spelling: `stroke-width`. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  /** The unshortened text. */
  readonly full?: string;
  readonly children?: readonly Vector[];
}

export interface Pen {
  readonly colour: (token: Token) => string;
  /** The paint of what was not scanned: `url(#…)`. */
  readonly hatch: string;
}

export const SANS = "'Inter Variable', Inter, system-ui, sans-serif";
export const HAND = "'Patrick Hand', 'Segoe Print', 'Bradley Hand', 'Comic Neue', cursive";
export const MONO = "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace";

/** The element for a primitive. Never throws. */
export function vectorOf(part: Primitive, pen: Pen): Vector {
  switch (part.kind) {
    case 'rect':
      return {
        tag: 'rect',
        attributes: {
          x: part.x,
          y: part.y,
          width: part.width,
          height: part.height,
          ...(part.radius === undefined ? {} : { rx: part.radius }),
          fill: fillOf(part.fill, pen),
          ...strokeOf(part, pen),
        },
      };
    case 'path':
      return { tag: 'path', attributes: { d: part.d, fill: fillOf(part.fill, pen), ...strokeOf(part, pen) } };
    case 'circle':
      return {
        tag: 'circle',
        attributes: {
          cx: part.x,
          cy: part.y,
          r: part.radius,
          fill: fillOf(part.fill, pen),
          ...strokeOf(part, pen),
        },
      };
    case 'text':
      return {
        tag: 'text',
        attributes: {
          x: part.x,
          y: part.y,
          'font-size': part.size,
          'font-weight': part.weight,
          fill: pen.colour(part.fill),
          ...(part.font === 'mono' ? { 'font-family': MONO, 'letter-spacing': '-0.02em' } : {}),
          ...(part.font === 'hand' ? { 'font-family': HAND } : {}),
          ...(part.anchor === undefined || part.anchor === 'start' ? {} : { 'text-anchor': part.anchor }),
        },
        text: part.text,
        ...(part.full === undefined ? {} : { full: part.full }),
      };
    case 'glyph':
      return glyphVector(part, pen);
  }
}

function glyphVector(part: Extract<Primitive, { kind: 'glyph' }>, pen: Pen): Vector {
  const scale = Math.round((part.size / 24) * 10000) / 10000;
  return {
    tag: 'g',
    attributes: {
      transform: `translate(${part.x} ${part.y}) scale(${scale})`,
      fill: 'none',
      stroke: pen.colour(part.stroke),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    children: glyph(part.name).map(({ d, dash, widen }) => ({
      tag: 'path',
      attributes: {
        d,
        'stroke-width': part.strokeWidth + (widen ?? 0),
        ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
      },
    })),
  };
}

function fillOf(fill: Token | 'hatch' | undefined, pen: Pen): string {
  if (fill === undefined) return 'none';
  return fill === 'hatch' ? pen.hatch : pen.colour(fill);
}

function strokeOf(
  { stroke, strokeWidth, dash, cap }: Stroke,
  pen: Pen,
): Readonly<Record<string, string | number>> {
  if (stroke === undefined) return {};
  return {
    stroke: pen.colour(stroke),
    'stroke-width': strokeWidth ?? 1,
    ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
    ...(cap === undefined ? {} : { 'stroke-linecap': cap }),
    'stroke-linejoin': 'round',
  };
}
