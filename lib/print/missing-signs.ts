// Which signs of a drawing a picture cannot show.
import type { ExportOptions } from '@/lib/export/exporter';
import { sheetOf } from '@/lib/export/sheet';
import type { Primitive, Scene } from '@/lib/scene/scene';
import { signsWithoutFont } from './fonts';

/** Signs for which there is no font here, each once: PNG and PDF draw the replacement sign for them. @throws when the fonts are not
 *  installed. */
export function missingSigns(scene: Scene, look: ExportOptions): readonly string[] {
  const sheet = sheetOf(scene, look);
  const parts: readonly (readonly Primitive[])[] = [
    sheet.head,
    sheet.texts,
    ...[...sheet.grounds, ...sheet.cards, ...sheet.legend].map((one) => one.parts),
    ...sheet.lines.flatMap((line) => [line.parts, line.ringParts]),
  ];
  return signsWithoutFont(parts.flat().flatMap((part) => (part.kind === 'text' ? [part.text] : [])));
}
