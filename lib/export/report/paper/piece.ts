// What a page of paper is filled with: pieces that are never cut in two, in points (72 an inch).
import type { Primitive, Scene } from '@/lib/scene/scene';

/** Of a path nobody knows where it stands; everything on paper can be moved. */
export type Part = Exclude<Primitive, { readonly kind: 'path' }>;

export interface Piece {
  readonly height: number;
  /** Relative to the piece's own upper left. */
  readonly parts: readonly Part[];
  /** A drawing instead of parts. */
  readonly drawing?: PlacedDrawing;
  /** Stays on the page of the next piece. */
  readonly staysWithNext?: true;
  /** Stands again above this piece where it begins a page, such as the head of a table. */
  readonly head?: Piece;
  /** Begins a new page. */
  readonly beginsPage?: true;
  /** Begins a section: its id. */
  readonly section?: { readonly id: string; readonly title: string };
}

export interface PlacedDrawing {
  readonly scene: Scene;
  readonly x: number;
  readonly y: number;
  /** Points for a px of the drawing's sheet. */
  readonly scale: number;
  /** It stands on a page of its own that is turned, before the next page of text. */
  readonly isTurned: boolean;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** A4. @see ISO 216 */
export const A4: Paper = { width: 595.28, height: 841.89, margin: 42 };
/** What is kept free below for the foot of the page. */
export const FOOT = 24;

/** How wide a page is written on. */
export const ROOM = A4.width - 2 * A4.margin;
/** How high a page is written on. */
export const DEPTH = A4.height - 2 * A4.margin - FOOT;
/** The same of a page that is turned. */
export const TURNED = { width: A4.height - 2 * A4.margin, height: A4.width - 2 * A4.margin - FOOT };
