// Short makers for the primitives of a drawing.
import type { Primitive, Token } from '../scene';
import { type Font, shorten, type Weight } from '../text-metrics';

export interface TextStyle {
  readonly font?: Font;
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: Token;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A text, its middle left out where it is wider than `room` px. */
export function words(
  x: number,
  y: number,
  text: string,
  style: TextStyle,
  room = Number.POSITIVE_INFINITY,
): Primitive {
  const { font = 'sans', size, weight = 400, fill = 'text', anchor = 'start' } = style;
  const short = shorten(text, room, font, size, weight);
  return {
    kind: 'text',
    x,
    y,
    text: short,
    ...(short === text ? {} : { full: text }),
    font,
    size,
    weight,
    fill,
    anchor,
  };
}

export function picture(
  name: string,
  x: number,
  y: number,
  size: number,
  stroke: Token,
  strokeWidth = 2,
): Primitive {
  return { kind: 'glyph', name, x, y, size, stroke, strokeWidth };
}

/** Rounds to a hundredth, so that the same drawing has the same bytes everywhere. */
export function round(px: number): number {
  return Math.round(px * 100) / 100;
}
