// Draws primitives on a PDF page: the same lines, fills and words as the SVG, with the fonts in the file.
import type PDFDocument from 'pdfkit';
import { glyph } from '@/lib/scene/glyphs';
import type { Primitive, Stroke, Token } from '@/lib/scene/scene';
import { type FaceName, faceOf, fontBytes, runsOf, startsOf } from './fonts';

type Doc = InstanceType<typeof PDFDocument>;

export interface PdfPen {
  /** Draws these parts, their 0, 0 at x, y of the current page's own units. */
  readonly draw: (parts: readonly Primitive[], x: number, y: number, opacity: number) => void;
}

/** A pen for a document. Fonts are put in when they are first used, and only the glyphs that are. */
export function pdfPen(doc: Doc, colours: Readonly<Record<Token, string>>): PdfPen {
  const known = new Set<FaceName>();
  const takeFace = (face: FaceName, size: number): void => {
    if (!known.has(face)) doc.registerFont(face, fontBytes(face));
    known.add(face);
    doc.font(face, size);
  };

  const paint = (shape: () => void, fill: Token | 'hatch' | undefined, stroke: Stroke): void => {
    if (fill === 'hatch') hatch(doc, shape, colours['line-2']);
    else if (fill !== undefined) {
      shape();
      doc.fill(colours[fill]);
    }
    if (stroke.stroke === undefined) return;
    shape();
    doc
      .lineWidth(stroke.strokeWidth ?? 1)
      .lineJoin('round')
      .lineCap(stroke.cap ?? 'butt');
    if (stroke.dash === undefined) doc.undash();
    else dash(doc, stroke.dash);
    doc.stroke(colours[stroke.stroke]);
  };

  const write = (part: Extract<Primitive, { kind: 'text' }>): void => {
    if (part.text.trim() === '') return;
    const runs = runsOf(part.text.replace(/\s/g, ' '), faceOf(part.font, part.weight));
    const style = styleOf(part);
    const widths = runs.map((run) => {
      takeFace(run.face, part.size);
      return doc.widthOfString(run.text, style);
    });
    const width = widths.reduce((sum, one) => sum + one, 0);
    const from = part.x - (part.anchor === 'end' ? width : part.anchor === 'middle' ? width / 2 : 0);
    const starts = startsOf(runs, widths);
    doc.fillColor(colours[part.fill]);
    for (const [index, run] of runs.entries()) {
      takeFace(run.face, part.size);
      doc.text(run.text, from + (starts[index] ?? 0), part.y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...style,
      });
    }
  };

  const drawn = (part: Primitive): void => {
    switch (part.kind) {
      case 'rect':
        paint(
          () =>
            part.radius === undefined
              ? doc.rect(part.x, part.y, part.width, part.height)
              : doc.roundedRect(part.x, part.y, part.width, part.height, part.radius),
          part.fill,
          part,
        );
        break;
      case 'path':
        paint(() => doc.path(part.d), part.fill, part);
        break;
      case 'circle':
        paint(() => doc.circle(part.x, part.y, part.radius), part.fill, part);
        break;
      case 'text':
        write(part);
        break;
      case 'glyph': {
        doc.save();
        doc.translate(part.x, part.y).scale(part.size / 24);
        for (const { d, dash: dashes, widen } of glyph(part.name))
          paint(() => doc.path(d), undefined, {
            stroke: part.stroke,
            strokeWidth: part.strokeWidth + (widen ?? 0),
            cap: 'round',
            ...(dashes === undefined ? {} : { dash: dashes }),
          });
        doc.restore();
      }
    }
  };

  return {
    draw(parts, x, y, opacity) {
      doc.save();
      doc.translate(x, y);
      if (opacity < 1) doc.opacity(opacity);
      for (const part of parts) drawn(part);
      doc.restore();
    },
  };
}

/** Names are set in mono, letter for letter: a font's ligatures would make one sign of `->` or `www`, and one of them lies beyond the
 *  end of its file. The declarations know features that are switched on only; the library takes both. */
const NO_LIGATURES = { calt: false, liga: false } as unknown as NonNullable<
  PDFKit.Mixins.TextOptions['features']
>;

function styleOf({ font, size }: Extract<Primitive, { kind: 'text' }>): PDFKit.Mixins.TextOptions {
  return font === 'mono' ? { characterSpacing: -0.02 * size, features: NO_LIGATURES } : {};
}

function dash(doc: Doc, text: string): void {
  const lengths = text.split(/[ ,]+/).map(Number);
  // The declarations know one length only; PDF, and the library, take as many as a pattern has.
  (doc as unknown as { dash(lengths: readonly number[]): void }).dash(lengths);
}

/** Stripes for what was not scanned, 7 px apart, clipped to the shape. */
function hatch(doc: Doc, shape: () => void, colour: string): void {
  doc.save();
  shape();
  doc.clip();
  doc.undash().lineWidth(1);
  const page = 4_000;
  for (let x = -page; x < page; x += 7 * Math.SQRT2) doc.moveTo(x, 0).lineTo(x - page, page);
  doc.stroke(colour);
  doc.restore();
}
