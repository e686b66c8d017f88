// The drawing as plain data: boxes, lines and texts in absolute px. Every printer prints this and nothing else.

/** A colour's role; `theme.ts` gives it a value per theme, the screen gives it a CSS custom property of the same name. */
export type Token =
  | 'bg'
  | 'surface'
  | 'raised'
  | 'lane'
  | 'sunken'
  | 'text'
  | 'text-2'
  | 'text-3'
  | 'line'
  | 'line-2'
  | 'line-3'
  | 'ink'
  | 'works'
  | 'broken'
  | 'depends'
  | 'unknown'
  | 'works-t'
  | 'broken-t'
  | 'depends-t'
  | 'unknown-t'
  | 'works-bg'
  | 'broken-bg'
  | 'depends-bg'
  | 'unknown-bg'
  | 'broad'
  | 'broad-rail'
  | 'broad-t'
  | 'run-ok'
  | 'run-fail'
  | 'run-now'
  | 'run-none';

export interface Stroke {
  readonly stroke?: Token;
  readonly strokeWidth?: number;
  /** SVG dash array, e.g. `6 5`. */
  readonly dash?: string;
  readonly cap?: 'round' | 'butt';
}

/** What a printer must know how to draw. Coordinates are relative to the box that owns the primitive. */
export type Primitive =
  | ({
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
      readonly fill?: Token | 'hatch';
    } & Stroke)
  | ({ readonly kind: 'path'; readonly d: string; readonly fill?: Token | 'hatch' } & Stroke)
  | ({
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: Token;
    } & Stroke)
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      /** The unshortened text where `text` is shortened. */
      readonly full?: string;
      /** hand: of the hand-drawn theme. */
      readonly font: 'sans' | 'mono' | 'hand';
      readonly size: number;
      readonly weight: 400 | 500 | 600 | 650;
      readonly fill: Token;
      readonly anchor?: 'start' | 'middle' | 'end';
    }
  | {
      readonly kind: 'glyph';
      readonly name: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly stroke: Token;
      readonly strokeWidth: number;
    };

/** A box: an account frame, a region lane, the head of a column, a card. The smallest thing that can be selected. */
export interface Box {
  readonly id: string;
  readonly shape: 'frame' | 'lane' | 'head' | 'card';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Primitive[];
  /** Drawn instead where the whole is seen from further away, and from so far that no name can be read; without them `parts` is. */
  readonly middle?: readonly Primitive[];
  readonly far?: readonly Primitive[];
  /** What a screen reader says. */
  readonly label: string;
  /** What is opened when it is chosen: `stage/action`, or null. */
  readonly opens: string | null;
  /** For the verdict filter, Find and dimming; null where no verdict applies. */
  readonly state: 'works' | 'depends' | 'unknown' | 'broken' | null;
  readonly overBroad: boolean;
  /** The ids of the findings behind that. */
  readonly marks?: readonly string[];
  /** `account`, `region`, `stage`, or the kind of the card: `action`, `hat`, `store`, `key`; `folded` for a box drawn as a count. */
  readonly kind: string;
  /** Below 1 where something else is selected. */
  readonly opacity: number;
  readonly selected: boolean;
  /** Of a box that can be drawn as a count: where its switch stands, the upper left of 18 px, relative to the box. */
  readonly foldAt?: { readonly x: number; readonly y: number };
  /** The actions (`stage/action`) whose permission path comes by; empty for frames and lanes. */
  readonly paths: readonly string[];
}

export interface Ring {
  readonly x: number;
  readonly y: number;
  /** One account decides, or two; the states of the near (principal's) and the far (resource's) half. */
  readonly halves:
    | readonly ['works' | 'depends' | 'unknown' | 'broken']
    | readonly ['works' | 'depends' | 'unknown' | 'broken', 'works' | 'depends' | 'unknown' | 'broken'];
  readonly number: number | null;
  readonly warning: boolean;
}

export interface Line {
  readonly id: string;
  /** Ids of the boxes it joins. */
  readonly from: string;
  readonly to: string;
  /** Orthogonal route, absolute px. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly kind: string;
  /** The verb of design and panel: `puts on`, `reads`, `decrypts`. */
  readonly verb: string;
  /** Absolute primitives in painting order: casing, band, stroke, gap with a cross, arrowhead. Painted under the cards. */
  readonly parts: readonly Primitive[];
  readonly ring: Ring | null;
  readonly state: 'works' | 'depends' | 'unknown' | 'broken' | 'neutral';
  readonly overBroad: boolean;
  readonly marks?: readonly string[];
  /** The actions (`stage/action`) whose permission path uses this line. */
  readonly paths: readonly string[];
  /** Of each of these paths the number of the hop that the line stands for, the worst of several; 0 for none. */
  readonly hops?: readonly number[];
  readonly label: string;
  /** Below 1 where it is not what the reader looks at. */
  readonly opacity: number;
  /** The rings, painted over all lines and cards, and never see-through. A line without parts and rings is not drawn in this view. */
  readonly ringParts: readonly Primitive[];
}

export interface LegendEntry {
  readonly id: string;
  readonly word: string;
  readonly sample: readonly Primitive[];
}

export interface Scene {
  readonly version: 1;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** What and when: pipeline, account, region, time of the snapshot. */
  readonly caption: string;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** Column heads, notes and captions that belong to no box. */
  readonly texts: readonly Primitive[];
  /** Boxes that are drawn as one card each, by id. */
  readonly folded?: readonly string[];
  /** Only what is in view. */
  readonly legend: readonly LegendEntry[];
}
