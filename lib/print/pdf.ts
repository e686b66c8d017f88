// The drawing as a PDF: vectors, text that can be selected, fonts in the file.
import type { ExportOptions } from '@/lib/export/exporter';
import { type Sheet, sheetOf } from '@/lib/export/sheet';
import type { Box, Line, Primitive, Scene } from '@/lib/scene/scene';
import { type Page, pagesOf } from './pages';
import { openPdf } from './pdf-document';
import { pdfPen } from './pdf-pen';

/** A PDF. The same scene, looks and time give the same bytes: nothing in it comes from a clock. @throws CannotPrint when it would take
 *  too many pages. */
export async function printPdf(scene: Scene, options: ExportOptions): Promise<Uint8Array> {
  const sheet = sheetOf(scene, options);
  const pages = pagesOf(sheet, options.page ?? 'fit', options.tile ?? false, options.scale ?? 1);
  const { doc, finish } = openPdf({
    title: scene.title,
    subject: scene.caption,
    keywords: scene.description,
    at: options.takenAt,
  });
  const pen = pdfPen(doc, sheet.colours);
  for (const page of pages) {
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    doc.rect(0, 0, page.width, page.height).fill(sheet.colours.bg);
    const { from, at, scale } = page;
    doc.save();
    doc.rect(at.x, at.y, from.width * scale, from.height * scale).clip();
    doc.translate(at.x - from.x * scale, at.y - from.y * scale).scale(scale);
    drawSheet(sheet, page, pen.draw);
    doc.restore();
    if (page.foot !== '') pen.draw([footOf(page)], 0, 0, 1);
  }
  return finish();
}

type Draw = ReturnType<typeof pdfPen>['draw'];

/** In the SVG's order, without what lies wholly off the page. Never throws. */
export function drawSheet(sheet: Sheet, { from }: Pick<Page, 'from'>, draw: Draw): void {
  const { x: dx, y: dy } = sheet.origin;
  const sees = (x: number, y: number, width: number, height: number): boolean =>
    x < from.x + from.width + SLACK &&
    x + width > from.x - SLACK &&
    y < from.y + from.height + SLACK &&
    y + height > from.y - SLACK;
  const box = (one: Box): void => {
    if (sees(one.x + dx, one.y + dy, one.width, one.height))
      draw(one.parts, one.x + dx, one.y + dy, one.opacity);
  };
  const seenLines = sheet.lines.filter((line) => {
    const { x, y, width, height } = boundsOf(line);
    return line.points.length === 0 || sees(x + dx, y + dy, width, height);
  });
  draw(sheet.head, 0, 0, 1);
  sheet.grounds.forEach(box);
  for (const line of seenLines) draw(line.parts, dx, dy, line.opacity);
  sheet.cards.forEach(box);
  for (const line of seenLines) draw(line.ringParts, dx, dy, 1);
  draw(sheet.texts, dx, dy, 1);
  for (const { x, y, parts } of sheet.legend) draw(parts, x, y, 1);
}

/** Labels and marks stand out of their box or line by at most this, px. */
const SLACK = 120;

function boundsOf({ points }: Line): { x: number; y: number; width: number; height: number } {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function footOf({ width, height, foot }: Page): Primitive {
  return {
    kind: 'text',
    x: width - 28,
    y: height - 10,
    text: foot,
    font: 'sans',
    size: 8,
    weight: 400,
    fill: 'text-3',
    anchor: 'end',
  };
}
