// Prints a scene in any format: text by its exporter, pictures by the printers of this room.
import type { Exporter, ExportOptions } from '@/lib/export/exporter';
import type { Scene } from '@/lib/scene/scene';

type Printer = (scene: Scene, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;

/** The only list of formats that take font files and libraries. Loaded when somebody exports. */
const PRINTERS: Readonly<Record<string, () => Promise<Printer>>> = {
  pdf: async () => (await import('./pdf')).printPdf,
  png: async () => (await import('./png')).printPng,
};

/** The file. The same scene and options give the same bytes. @throws CannotPrint when it cannot be made as asked. */
export async function printScene(
  exporter: Exporter,
  scene: Scene,
  options: ExportOptions,
): Promise<string | Uint8Array> {
  if (exporter.load !== null) return (await exporter.load())(scene, options);
  const load = PRINTERS[exporter.id];
  if (load === undefined) throw new Error(`no printer of ${exporter.id}`);
  return (await load())(scene, options);
}
