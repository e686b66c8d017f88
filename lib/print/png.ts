// The drawing as a PNG: the SVG, drawn with our own fonts.
import { Resvg } from '@resvg/resvg-js';
import type { ExportOptions } from '@/lib/export/exporter';
import { svgOfSheet } from '@/lib/export/formats/svg';
import { type Sheet, sheetOf } from '@/lib/export/sheet';
import type { Primitive, Scene } from '@/lib/scene/scene';
import { textWidth } from '@/lib/scene/text-metrics';
import { CannotPrint } from './cannot-print';
import { faceOf, outlineOfText, PLAIN, runsOf } from './fonts';
import { plainOutline } from './plain-outline';
import { pngBytes } from './png-bytes';

/** Pixels of a picture at most: 400 MB of memory, three times over while they are drawn and written. */
const MOST_PIXELS = 100_000_000;
/** Where nobody chose one: sharp on a screen with fine pixels. */
const SCALE = 2;

/** A PNG. The same scene and looks give the same bytes. @throws CannotPrint when the picture would be too large. */
export function printPng(scene: Scene, options: ExportOptions): Uint8Array {
  const sheet = sheetOf(scene, options);
  const { width, height } = sheet;
  const most = Math.sqrt(MOST_PIXELS / (width * height));
  const scale = options.scale ?? Math.min(SCALE, most);
  if (scale > most)
    throw new CannotPrint(
      `a picture of ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels is too large: choose a scale of at most ${Math.floor(most * 10) / 10}, or SVG or PDF, which have no pixels`,
    );
  const image = new Resvg(svgOfSheet(scene, outlined(sheet), true), {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
    // Where the drawing ends within a pixel too there is ground.
    background: sheet.colours.bg,
    logLevel: 'off',
  }).render();
  return pngBytes(image.width, image.height, image.pixels);
}

/** The sheet with every text as outlines: a picture has no text, and letters that are drawn once cost a fraction of what resvg takes for
 *  each. It would also take one other font a text at most. */
function outlined(sheet: Sheet): Sheet {
  const all = (parts: readonly Primitive[]): readonly Primitive[] => parts.map(asOutline);
  const boxes = (list: Sheet['cards']): Sheet['cards'] =>
    list.map((box) => ({ ...box, parts: all(box.parts) }));
  return {
    ...sheet,
    head: all(sheet.head),
    grounds: boxes(sheet.grounds),
    cards: boxes(sheet.cards),
    lines: sheet.lines.map((line) => ({ ...line, parts: all(line.parts), ringParts: all(line.ringParts) })),
    texts: all(sheet.texts),
    legend: sheet.legend.map((entry) => ({ ...entry, parts: all(entry.parts) })),
  };
}

function asOutline(part: Primitive): Primitive {
  if (part.kind !== 'text') return part;
  const face = faceOf(part.font, part.weight);
  if (!PLAIN.test(part.text))
    return { kind: 'path', d: outlineOfText(runsOf(part.text, face), part), fill: part.fill };
  // As wide as it was laid out: that of a heavier weight is a little wider.
  const width = part.text.length < 3 ? null : textWidth(part.text, part.font, part.size, part.weight);
  const spacing = part.font === 'mono' ? -0.02 * part.size : 0;
  return { kind: 'path', d: plainOutline(part.text, face, { ...part, spacing, width }), fill: part.fill };
}
