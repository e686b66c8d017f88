// Reads PDFs and PNGs back with parsers of other houses.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';

export interface ReadPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly string[];
}

export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly pages: readonly ReadPage[];
  /** PostScript names, `+` and subset tag before them where they stand in the file. */
  readonly fonts: readonly string[];
}

/** What Mozilla's reader makes of a PDF. @throws on a file that is none. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const pages: ReadPage[] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    await page.getOperatorList();
    const { items, styles } = await page.getTextContent();
    for (const style of Object.keys(styles)) {
      const font = page.commonObjs.get(style) as { name: string; missingFile: boolean };
      fonts.add(`${font.missingFile ? 'missing ' : ''}${font.name}`);
    }
    pages.push({
      width,
      height,
      texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])),
    });
  }
  await document.destroy();
  return { info: info as Record<string, unknown>, pages, fonts: [...fonts].sort() };
}

export interface ReadPng {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` at a pixel. */
  readonly at: (x: number, y: number) => string;
  /** How many pixels have each colour. */
  readonly colours: ReadonlyMap<string, number>;
}

/** What pngjs makes of a PNG. @throws on a file that is none. */
export function readPng(bytes: Uint8Array): ReadPng {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const at = (x: number, y: number): string =>
    `#${data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`;
  const colours = new Map<string, number>();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = at(x, y);
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  return { width, height, at, colours };
}
