// A report as a PDF: the pages that `lib/export` lays out, with the fonts in the file and an outline to jump by.
import { paginate } from '@/lib/export/report/paper/paginate';
import type { Report } from '@/lib/export/report/report';
import { sheetOf } from '@/lib/export/sheet';
import { coloursOf } from '@/lib/scene/theme';
import { drawSheet } from './pdf';
import { openPdf } from './pdf-document';
import { pdfPen } from './pdf-pen';

/** The file; `takenAt` is the time of the snapshot, ISO 8601. The same report gives the same bytes. @throws when the fonts are not
 *  installed. */
export async function printReportPdf(report: Report, takenAt: string): Promise<Uint8Array> {
  const { doc, finish } = openPdf({ title: report.title, subject: report.footer, keywords: '', at: takenAt });
  const pen = pdfPen(doc, coloursOf('light', 'clean'));
  for (const page of paginate(report)) {
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    for (const { title } of page.begins) doc.outline.addItem(title);
    pen.draw(page.parts, 0, 0, 1);
    for (const { scene, x, y, scale } of page.drawings) {
      const sheet = sheetOf(scene, { theme: 'light' });
      doc.save();
      doc.translate(x, y).scale(scale);
      doc.rect(0, 0, sheet.width, sheet.height).fill(sheet.colours.bg);
      drawSheet(sheet, { from: { x: 0, y: 0, width: sheet.width, height: sheet.height } }, pen.draw);
      doc.restore();
    }
  }
  return finish();
}
