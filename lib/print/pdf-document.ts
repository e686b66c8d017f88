// A PDF that is being written: what it says of itself, and its bytes when it is done.
import PDFDocument from 'pdfkit';

export interface PdfInfo {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  /** ISO 8601: the time that the file names, that of the snapshot; nothing in it comes from a clock. */
  readonly at: string | undefined;
}

export interface OpenPdf {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly finish: () => Promise<Uint8Array>;
}

/** A document without a page. Never throws. */
export function openPdf({ title, subject, keywords, at }: PdfInfo): OpenPdf {
  const doc = new PDFDocument({
    autoFirstPage: false,
    // None: those of the system are not ours, and the library's own have no Greek.
    font: null as unknown as string,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Keywords: keywords,
      Creator: 'Hatstack',
      Producer: 'Hatstack',
      CreationDate: new Date(at ?? 0),
    },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  return {
    doc,
    async finish() {
      doc.end();
      await done;
      return Buffer.concat(chunks);
    },
  };
}
